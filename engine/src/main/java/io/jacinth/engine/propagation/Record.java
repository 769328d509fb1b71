package io.jacinth.engine.propagation;

import java.lang.foreign.MemorySegment;

/** Where the words of a command lie in the log. Reused; valid until the reader's method returns. */
public final class Record {
  private MemorySegment memory = MemorySegment.NULL;
  private long start;
  private int length;

  Record at(MemorySegment newMemory, long newStart, int newLength) {
    memory = newMemory;
    start = newStart;
    length = newLength;
    return this;
  }

  public MemorySegment memory() {
    return memory;
  }

  public long start() {
    return start;
  }

  public int length() {
    return length;
  }
}
