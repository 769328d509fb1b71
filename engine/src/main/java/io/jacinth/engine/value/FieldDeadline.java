package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.CountedTree;
import java.lang.foreign.MemorySegment;

/**
 * A field's deadline and its block, as they stand in the order in which the fields of a large hash
 * expire: two words, both of them the key. A movable probe.
 */
final class FieldDeadline {
  static final int WORDS = 2;

  static final CountedTree.Order<FieldDeadline> ORDER =
      new CountedTree.Order<>() {
        @Override
        public int compare(FieldDeadline probe, MemorySegment segment, long at) {
          int byTime = Long.compare(probe.millis, segment.get(JAVA_LONG_UNALIGNED, at));
          return byTime != 0
              ? byTime
              : Long.compare(probe.ref, segment.get(JAVA_LONG_UNALIGNED, at + Long.BYTES));
        }

        @Override
        public void write(FieldDeadline probe, MemorySegment segment, long at) {
          segment.set(JAVA_LONG_UNALIGNED, at, probe.millis);
          segment.set(JAVA_LONG_UNALIGNED, at + Long.BYTES, probe.ref);
        }
      };

  private long millis;
  private long ref;

  FieldDeadline set(long newMillis, long newRef) {
    millis = newMillis;
    ref = newRef;
    return this;
  }

  FieldDeadline set(MemorySegment segment, long at) {
    return set(
        segment.get(JAVA_LONG_UNALIGNED, at), segment.get(JAVA_LONG_UNALIGNED, at + Long.BYTES));
  }

  long millis() {
    return millis;
  }

  long ref() {
    return ref;
  }
}
