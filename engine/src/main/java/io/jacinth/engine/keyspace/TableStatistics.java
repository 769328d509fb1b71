package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Encoding;
import io.jacinth.memory.HashIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * How full the buckets of some tables are, in Redis's words; the tables of a database are taken
 * together. Owned by whoever made it, who holds the locks of what is added.
 */
public final class TableStatistics {
  private static final double PERCENT = 100;

  /** Number of buckets by the number of their entries. */
  private final List<Long> buckets = new ArrayList<>();

  private long bucketCount;
  private long size;
  private int inBucket;

  /** Adds the tables of all keys of a database. */
  public void addKeys(Partitions partitions, int database) {
    for (int i = 0; i < partitions.count(); i++) {
      Keyspace keyspace = partitions.get(i).keyspaceOrNull(database);
      if (keyspace != null) {
        add(keyspace.entries());
      }
    }
  }

  /** Adds the tables of the keys of a database that have a deadline. */
  public void addDeadlines(Partitions partitions, int database) {
    for (int i = 0; i < partitions.count(); i++) {
      Keyspace keyspace = partitions.get(i).keyspaceOrNull(database);
      if (keyspace != null) {
        add(keyspace.deadlines());
      }
    }
  }

  /** Adds the table of a large collection; false where its value has none. */
  public boolean addTable(Database database, Key key, Entry entry) {
    if (entry.encoding() != Encoding.STRUCTURE) {
      return false;
    }
    HashIndex<?> table = database.structure(key, entry).table();
    if (table != null) {
      add(table);
    }
    return table != null;
  }

  private void add(HashIndex<?> index) {
    LongConsumer counter = ref -> inBucket++;
    for (long number = 0; number < index.bucketCount(); number++) {
      inBucket = 0;
      index.forEach(number, 1, counter);
      count(inBucket);
    }
    bucketCount += index.bucketCount();
    size += index.size();
  }

  private void count(int entries) {
    while (buckets.size() <= entries) {
      buckets.add(0L);
    }
    buckets.set(entries, buckets.get(entries) + 1);
  }

  /** Several lines, each ended. */
  public String text() {
    if (size == 0) {
      return "Hash table 0 stats (main hash table):\nNo stats available for empty dictionaries\n";
    }
    long used = bucketCount - buckets.getFirst();
    StringBuilder text =
        new StringBuilder(
            format(
                """
                Hash table 0 stats (main hash table):
                 table size: %d
                 number of elements: %d
                 different slots: %d
                 max chain length: %d
                 avg chain length (counted): %.2f
                 avg chain length (computed): %.2f
                 Chain length distribution:
                """,
                bucketCount,
                size,
                used,
                buckets.size() - 1,
                (double) size / used,
                (double) size / used));
    for (int length = 0; length < buckets.size(); length++) {
      long count = buckets.get(length);
      if (count > 0) {
        text.append(format("   %d: %d (%.2f%%)\n", length, count, PERCENT * count / bucketCount));
      }
    }
    return text.toString();
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
