package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.CountedTree;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;

/**
 * A reader of a group, and the ids that it was given and has not acknowledged; what else is known
 * of them, the group has. Used under the partition's lock.
 */
public final class StreamConsumer extends NamedRecord {
  /** Near enough what the objects of a consumer take. */
  private static final int OBJECT_BYTES = 200;

  /** Has never been given an entry. */
  public static final long NEVER = -1;

  /** An id: two words, all of them the key. */
  private static final CountedTree.Order<StreamId> IDS =
      new CountedTree.Order<>() {
        @Override
        public int compare(StreamId probe, MemorySegment segment, long at) {
          return probe.compareTo(
              segment.get(JAVA_LONG_UNALIGNED, at), segment.get(JAVA_LONG_UNALIGNED, at + 8));
        }

        @Override
        public void write(StreamId probe, MemorySegment segment, long at) {
          segment.set(JAVA_LONG_UNALIGNED, at, probe.millis());
          segment.set(JAVA_LONG_UNALIGNED, at + 8, probe.sequence());
        }
      };

  private final int number;
  private final CountedTree<StreamId> pending;
  private long seenMillis;
  private long activeMillis = NEVER;

  StreamConsumer(SlabAllocator slabs, Slice name, int number, long nowMillis) {
    super(slabs, name);
    this.number = number;
    this.pending = new CountedTree<>(slabs, IDS, 2, 2);
    this.seenMillis = nowMillis;
  }

  /** The number by which the group's pending entries name the consumer. */
  int number() {
    return number;
  }

  CountedTree<StreamId> pending() {
    return pending;
  }

  /** How many entries it has not acknowledged. */
  public long pendingCount() {
    return pending.size();
  }

  /** When it last asked for entries, in milliseconds since 1970. */
  public long seenMillis() {
    return seenMillis;
  }

  public void seen(long nowMillis) {
    seenMillis = nowMillis;
  }

  /** When it was last given entries, or {@link #NEVER}. */
  public long activeMillis() {
    return activeMillis;
  }

  public void active(long nowMillis) {
    activeMillis = nowMillis;
  }

  long bytes() {
    return OBJECT_BYTES + nameBytes() + pending.bytes();
  }

  @Override
  void forEachBlock(LongConsumer visitor) {
    super.forEachBlock(visitor);
    pending.forEachBlock(visitor);
  }
}
