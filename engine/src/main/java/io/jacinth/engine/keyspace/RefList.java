package io.jacinth.engine.keyspace;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * References gathered by a walk, to be worked on after it. Reused; used under a partition's lock.
 */
final class RefList implements LongConsumer {
  private long[] refs = new long[64];
  private int size;

  @Override
  public void accept(long ref) {
    if (size == refs.length) {
      refs = Arrays.copyOf(refs, size * 2);
    }
    refs[size++] = ref;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return refs[index];
  }

  void clear() {
    size = 0;
  }
}
