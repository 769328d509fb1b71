package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;

/**
 * The large form of a hash: a table of blocks that hold field and value. Used under the partition's
 * lock.
 *
 * <pre>
 *   length 1 (255: then 4), field, length 1 (255: then 4), value
 * </pre>
 */
final class HashTable extends Structure {
  private static final int WIDE = 255;

  /** Near enough what the objects take. */
  private static final int OBJECT_BYTES = 200;

  private final SlabAllocator slabs;
  private final MemberTable fields;
  private final Slice view = new Slice();
  private long blockBytes;

  HashTable(SlabAllocator slabs, KeyHasher hasher) {
    this.slabs = slabs;
    this.fields = new MemberTable(slabs, hasher, 0);
  }

  MemberTable fields() {
    return fields;
  }

  private static long stored(int length) {
    return length + (length < WIDE ? 1L : 5L);
  }

  /** The value in a field's block. */
  Slice value(long ref, Slice into) {
    Slice field = fields.member(ref, view);
    MemorySegment segment = field.segment();
    long at = field.offset() + field.length();
    int length = segment.get(JAVA_BYTE, at) & 0xFF;
    return length < WIDE
        ? into.set(segment, at + 1, length)
        : into.set(segment, at + 5, segment.get(JAVA_INT_UNALIGNED, at + 1));
  }

  /** Stores a value under a field; true where the field is new. Neither may lie in the table. */
  boolean put(Slice field, Slice value) {
    long payload = stored(value.length());
    long ref = fields.find(field);
    if (ref == 0) {
      long added = fields.add(field, payload);
      write(added, field, value);
      blockBytes += slabs.capacity(added);
      return true;
    }
    long bytes = fields.bytesFor(field.length(), payload);
    if (SlabAllocator.sizeClassOf(bytes) == slabs.capacity(ref)) {
      slabs.resized(ref, bytes);
      write(ref, field, value);
      return false;
    }
    long moved = fields.newBlock(field, payload);
    write(moved, field, value);
    fields.replace(field, ref, moved);
    blockBytes += slabs.capacity(moved) - slabs.capacity(ref);
    slabs.free(ref);
    return false;
  }

  private void write(long ref, Slice field, Slice value) {
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + fields.payloadAt(field.length());
    int length = value.length();
    if (length < WIDE) {
      segment.set(JAVA_BYTE, at, (byte) length);
      value.copyTo(segment, at + 1);
    } else {
      segment.set(JAVA_BYTE, at, (byte) WIDE);
      segment.set(JAVA_INT_UNALIGNED, at + 1, length);
      value.copyTo(segment, at + 5);
    }
  }

  /** Removes a field; false where it is not there. */
  boolean remove(Slice field) {
    long ref = fields.find(field);
    if (ref == 0) {
      return false;
    }
    blockBytes -= slabs.capacity(ref);
    fields.remove(field, ref);
    return true;
  }

  @Override
  public long size() {
    return fields.size();
  }

  @Override
  public long bytes() {
    return blockBytes + fields.tableBytes() + OBJECT_BYTES;
  }

  @Override
  public String encodingName() {
    return "hashtable";
  }

  @Override
  public Structure copy(SlabAllocator target) {
    HashTable copy = new HashTable(target, fields.hasher());
    Slice field = new Slice();
    Slice value = new Slice();
    try {
      fields.index().forEach(ref -> copy.put(fields.member(ref, field), value(ref, value)));
    } catch (OutOfMemoryError refused) {
      while (!copy.freeSome(1024)) {}
      throw refused;
    }
    return copy;
  }

  @Override
  public boolean freeSome(int blocks) {
    return fields.freeSome(Math.max(1, blocks / 8));
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    fields.forEachBlock(visitor);
  }

  @Override
  public void check() {
    fields.check();
    long[] sum = {0};
    fields.index().forEach(ref -> sum[0] += slabs.capacity(ref));
    if (sum[0] != blockBytes) {
      throw new IllegalStateException("fields take " + sum[0] + " bytes, counted " + blockBytes);
    }
  }
}
