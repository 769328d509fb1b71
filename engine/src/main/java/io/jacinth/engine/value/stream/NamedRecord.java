package io.jacinth.engine.value.stream;

import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;

/** A small object with a name, whose bytes lie off heap. Used under the partition's lock. */
public abstract class NamedRecord {
  private final SlabAllocator slabs;
  private final long block;
  private final int length;

  NamedRecord(SlabAllocator slabs, Slice name) {
    this.slabs = slabs;
    this.length = name.length();
    this.block = slabs.allocate(length);
    name.copyTo(slabs.segment(block), SlabAllocator.offset(block));
  }

  final SlabAllocator slabs() {
    return slabs;
  }

  /** The name; valid until the next write to the partition. */
  public final Slice name(Slice into) {
    return into.set(slabs.segment(block), SlabAllocator.offset(block), length);
  }

  /** Frees the name. */
  final void freeName() {
    slabs.free(block);
  }

  final long nameBytes() {
    return slabs.capacity(block);
  }

  /** Visits the block of the name. */
  void forEachBlock(LongConsumer visitor) {
    visitor.accept(block);
  }
}
