package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.MemberTable;
import io.jacinth.memory.HashIndex;
import io.jacinth.protocol.Slice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a batch of commands is about to look up into the cache, all keys at once instead of
 * one after another, and then all members that are sought in large collections. It reads without
 * locks and uses nothing of what it reads but as a hint where to read next, so it may be wrong but
 * can do no harm. Owned by one worker and reused.
 */
public final class Prefetch {
  private static final int MOST_KEYS = 64;
  private static final int FEWEST_KEYS = 2;

  private final Key[] keys = new Key[MOST_KEYS];
  private final long[] refs = new long[MOST_KEYS];
  private final Slice[] members = new Slice[MOST_KEYS];
  private final @Nullable MemberTable[] tables = new MemberTable[MOST_KEYS];
  private final long[] hashes = new long[MOST_KEYS];
  private int count;

  /** Keeps the reads from being optimised away. */
  @SuppressWarnings("unused")
  private long sink;

  public Prefetch() {
    for (int i = 0; i < MOST_KEYS; i++) {
      members[i] = new Slice();
    }
  }

  public boolean hasRoom() {
    return count < MOST_KEYS;
  }

  /** Adds a key; what is sought in its collection, if anything, is to be put into the slice. */
  public Slice add(Key key) {
    keys[count] = key;
    return members[count++].set(Slice.EMPTY);
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
      sink += sum + touchMembers(database, n);
    } catch (IllegalStateException chunkIsBeingClosed) {
      // Another thread gives the memory back at this moment: there is nothing to prefetch.
    }
  }

  /** The same three steps in the tables of members. */
  private long touchMembers(int database, int n) {
    int sought = 0;
    for (int i = 0; i < n; i++) {
      Slice member = members[i];
      Keyspace keyspace = keys[i].partition().keyspaceOrNull(database);
      if (refs[i] != 0 && !member.isEmpty() && keyspace != null) {
        MemberTable table = keyspace.glanceAtMembers(refs[i]);
        if (table != null) {
          tables[sought] = table;
          hashes[sought++] = table.hash(member);
        }
      }
    }
    long sum = 0;
    for (int i = 0; i < sought; i++) {
      sum += index(i).touchBucket(hashes[i]);
    }
    for (int i = 0; i < sought; i++) {
      refs[i] = index(i).guess(hashes[i]);
    }
    for (int i = 0; i < sought; i++) {
      if (refs[i] != 0) {
        sum += index(i).touchEntry(refs[i]);
      }
      tables[i] = null;
    }
    return sum;
  }

  private HashIndex<?> index(int number) {
    return Objects.requireNonNull(tables[number]).index();
  }
}
