package io.jacinth.engine.value.stream;

import java.util.Arrays;

/** Ids that a command has found. Reused by its owner. */
public final class StreamIdList {
  /** A longer list is not kept for the next command. */
  private static final int MOST_KEPT = 4096;

  private long[] words = new long[32];
  private int size;

  StreamIdList() {}

  public int size() {
    return size;
  }

  StreamIdList clear() {
    size = 0;
    if (words.length > MOST_KEPT) {
      words = new long[32];
    }
    return this;
  }

  public void add(StreamId id) {
    add(id.millis(), id.sequence());
  }

  public void add(long millis, long sequence) {
    if (2 * size == words.length) {
      words = Arrays.copyOf(words, 4 * size);
    }
    size++;
    set(size - 1, millis, sequence);
  }

  public void set(int index, long millis, long sequence) {
    words[2 * index] = millis;
    words[2 * index + 1] = sequence;
  }

  public StreamId get(int index, StreamId into) {
    return into.set(words[2 * index], words[2 * index + 1]);
  }
}
