package io.jacinth.engine.keyspace;

import io.jacinth.memory.HashIndex;

/**
 * Brings what a batch of commands is about to look up into the cache, all keys at once instead of
 * one after another. It reads without locks and uses nothing of what it reads but as a hint where
 * to read next, so it may be wrong but can do no harm. Owned by one worker and reused.
 */
public final class Prefetch {
  private static final int MOST_KEYS = 64;
  private static final int FEWEST_KEYS = 2;

  private final Key[] keys = new Key[MOST_KEYS];
  private final long[] refs = new long[MOST_KEYS];
  private int count;

  /** Keeps the reads from being optimised away. */
  @SuppressWarnings("unused")
  private long sink;

  public boolean hasRoom() {
    return count < MOST_KEYS;
  }

  public void add(Key key) {
    keys[count++] = key;
  }

  /** Reads for all keys added, as they are in a database, and forgets them. */
  public void run(int database) {
    int n = count;
    count = 0;
    if (n < FEWEST_KEYS) {
      return;
    }
    try {
      long sum = 0;
      for (int i = 0; i < n; i++) {
        Keyspace keyspace = keys[i].partition().keyspaceOrNull(database);
        sum += keyspace == null ? 0 : keyspace.entries().touchBucket(keys[i].hash());
      }
      for (int i = 0; i < n; i++) {
        Keyspace keyspace = keys[i].partition().keyspaceOrNull(database);
        refs[i] = keyspace == null ? 0 : keyspace.entries().guess(keys[i].hash());
      }
      for (int i = 0; i < n; i++) {
        Keyspace keyspace = keys[i].partition().keyspaceOrNull(database);
        if (refs[i] != 0 && keyspace != null) {
          HashIndex<Key> entries = keyspace.entries();
          sum += entries.touchEntry(refs[i]);
        }
      }
      sink += sum;
    } catch (IllegalStateException chunkIsBeingClosed) {
      // Another thread gives the memory back at this moment: there is nothing to prefetch.
    }
  }
}
