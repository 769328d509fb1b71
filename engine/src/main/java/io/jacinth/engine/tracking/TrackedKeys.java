package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one partition that clients have read, the oldest first, with those clients; of all
 * databases together, as in Redis. Used under the partition's lock.
 */
final class TrackedKeys {
  private final Map<ByteString, Set<Tracker>> readers = new LinkedHashMap<>();
  private final LongAdder keys;
  private final LongAdder items;

  /**
   * @param keys counts the keys of all tables
   * @param items counts the clients of all keys of all tables
   */
  TrackedKeys(LongAdder keys, LongAdder items) {
    this.keys = keys;
    this.items = items;
  }

  void add(ByteString key, Tracker reader) {
    Set<Tracker> all = readers.get(key);
    if (all == null) {
      all = new HashSet<>(2);
      readers.put(key, all);
      keys.increment();
    }
    if (all.add(reader)) {
      items.increment();
    }
  }

  /** Forgets a key; answers who had read it, or null. */
  @Nullable Set<Tracker> remove(ByteString key) {
    Set<Tracker> all = readers.remove(key);
    if (all != null) {
      keys.decrement();
      items.add(-all.size());
    }
    return all;
  }

  boolean isEmpty() {
    return readers.isEmpty();
  }

  /** The key that has been here longest; there must be one. */
  ByteString oldest() {
    Iterator<ByteString> names = readers.keySet().iterator();
    return names.next();
  }

  void clear() {
    keys.add(-readers.size());
    readers.values().forEach(all -> items.add(-all.size()));
    readers.clear();
  }
}
