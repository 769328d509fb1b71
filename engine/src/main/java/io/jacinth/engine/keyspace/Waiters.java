package io.jacinth.engine.keyspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Who waits for the keys of one partition, by key, in the order in which they came. Used under the
 * partition's lock. Objects on the heap: there are as many as there are clients that block.
 */
public final class Waiters {
  private final Map<WaitedKey, LinkedHashSet<Waiter>> byKey = new HashMap<>();
  private int removals;

  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Number of keys that somebody waits for. */
  public int size() {
    return byKey.size();
  }

  /** Number of keys whose removal somebody waits for. */
  public int removals() {
    return removals;
  }

  /** Adds a waiter behind those who wait for the key already. */
  public void add(WaitedKey key, Waiter waiter) {
    LinkedHashSet<Waiter> queue = byKey.computeIfAbsent(key, unused -> new LinkedHashSet<>());
    if (waiter.awaitsRemoval() && !awaitsRemoval(queue)) {
      removals++;
    }
    queue.add(waiter);
  }

  public void remove(WaitedKey key, Waiter waiter) {
    LinkedHashSet<Waiter> queue = byKey.get(key);
    if (queue == null || !queue.remove(waiter)) {
      return;
    }
    if (waiter.awaitsRemoval() && !awaitsRemoval(queue)) {
      removals--;
    }
    if (queue.isEmpty()) {
      byKey.remove(key);
    }
  }

  private static boolean awaitsRemoval(LinkedHashSet<Waiter> queue) {
    return queue.stream().anyMatch(Waiter::awaitsRemoval);
  }

  public boolean has(WaitedKey key) {
    return byKey.containsKey(key);
  }

  /** Those who wait for a key, the first to come first: a copy. */
  public List<Waiter> of(WaitedKey key) {
    LinkedHashSet<Waiter> queue = byKey.get(key);
    return queue == null ? List.of() : new ArrayList<>(queue);
  }

  /** The keys of a database that somebody waits for: a copy. */
  public List<WaitedKey> keysOf(int database) {
    return byKey.keySet().stream().filter(key -> key.database() == database).toList();
  }
}
