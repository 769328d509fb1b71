package io.jacinth.engine.value.stream;

import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.GradualWalk;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Shows the nodes of a stream as they were at one instant, in their order. It notes at the
 * beginning where they lie and the ids that they began with, 24 bytes a node; a block that is about
 * to change or to be freed is copied first, once, and shown from the copy, as with a list's nodes.
 *
 * <p>Used under the partition's lock.
 */
final class StreamWalk implements GradualWalk {
  private final Stream stream;
  private final SlabAllocator slabs;
  private final ElementSink sink;
  private final long[] blocks;
  private final long[] millis;
  private final long[] sequences;
  private final Map<Long, Long> copies = new HashMap<>();
  private final Slice view = new Slice();
  private int shown;

  /** Makes this the instant. */
  StreamWalk(Stream stream, ElementSink sink) {
    this.stream = stream;
    this.slabs = stream.slabs();
    this.sink = sink;
    NodeDirectory nodes = stream.nodes();
    this.blocks = new long[nodes.size()];
    this.millis = new long[blocks.length];
    this.sequences = new long[blocks.length];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = nodes.ref(i);
      millis[i] = nodes.millis(i);
      sequences[i] = nodes.sequence(i);
    }
  }

  @Override
  public boolean step() {
    if (shown < blocks.length) {
      long block = blocks[shown];
      Long copy = copies.remove(block);
      show(copy == null ? block : copy);
      shown++;
      if (copy != null) {
        slabs.free(copy);
      }
    }
    if (shown < blocks.length) {
      return false;
    }
    end();
    return true;
  }

  private void show(long block) {
    MemorySegment segment = slabs.segment(block);
    long at = SlabAllocator.offset(block);
    sink.streamNode(
        millis[shown], sequences[shown], view.set(segment, at, Listpack.bytes(segment, at)));
  }

  /** What a block holds is about to change, or to go. */
  void preserve(long block) {
    if (!copies.containsKey(block)) {
      copies.put(block, copyOf(block));
    }
  }

  private long copyOf(long block) {
    MemorySegment source = slabs.segment(block);
    long at = SlabAllocator.offset(block);
    int bytes = Listpack.bytes(source, at);
    long copy = slabs.allocate(bytes);
    MemorySegment.copy(source, at, slabs.segment(copy), SlabAllocator.offset(copy), bytes);
    return copy;
  }

  /** Visits the blocks that the walk has made. */
  void forEachBlock(LongConsumer visitor) {
    copies.values().forEach(visitor::accept);
  }

  @Override
  public void end() {
    stream.endWalk();
    forEachBlock(slabs::free);
    copies.clear();
  }
}
