package io.jacinth.engine.observe;

import io.jacinth.protocol.Slice;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys with the largest sums of weights among any number of keys, in bounded room: counters of
 * which, when there are too many, every one gives up the median, and those without anything left go
 * (Misra and Gries 1982, for weights and in batches as Anderson et al. 2017). A sum is too low by
 * at most the total of all weights divided by {@value #KEPT}; a key above that share is never
 * missed.
 *
 * <p>A table with open addressing under the key's 64-bit hash, which stands for the key: keys of
 * equal hashes are counted as one. A key that is known costs no allocation. One thread adds; any
 * thread reads.
 */
final class FrequentKeys {
  /** Counters that are left when there were too many. */
  private static final int KEPT = 1024;

  private static final int MOST = 2 * KEPT;
  private static final int SLOTS = 2 * MOST;

  private final long[] hashes = new long[SLOTS];
  private final long[] weights = new long[SLOTS];
  private final @Nullable String[] names = new String[SLOTS];
  private int size;

  /** Adds to a key's sum. */
  synchronized void add(long hash, Slice name, long weight) {
    int slot = slotOf(hash);
    if (names[slot] == null) {
      if (size == MOST) {
        prune();
        slot = slotOf(hash);
      }
      hashes[slot] = hash;
      names[slot] = name.toString();
      size++;
    }
    weights[slot] += weight;
  }

  private int slotOf(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & SLOTS - 1;
    while (names[slot] != null && hashes[slot] != hash) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private void prune() {
    long[] oldHashes = hashes.clone();
    long[] oldWeights = weights.clone();
    @Nullable String[] oldNames = names.clone();
    long[] sorted = weights.clone();
    Arrays.sort(sorted);
    long given = sorted[SLOTS - KEPT];
    Arrays.fill(names, null);
    Arrays.fill(weights, 0);
    size = 0;
    for (int i = 0; i < SLOTS; i++) {
      if (oldNames[i] != null && oldWeights[i] > given) {
        int slot = slotOf(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        weights[slot] = oldWeights[i] - given;
        names[slot] = oldNames[i];
        size++;
      }
    }
  }

  /** Adds all sums to those of other tables, by the keys' names, a char a byte. */
  synchronized void addTo(Map<String, Long> sums) {
    for (int i = 0; i < SLOTS; i++) {
      String name = names[i];
      if (name != null) {
        sums.merge(name, weights[i], Long::sum);
      }
    }
  }
}
