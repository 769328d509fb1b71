package io.jacinth.engine.keyspace;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What eviction sees of the data: entries drawn at random, and the removal of one. Owned by one
 * worker; the caller holds the lock of the partition that it names, but for {@link #count}.
 *
 * <p>A cell is a partition's part of one database.
 */
public final class Sampling {
  private final Partitions partitions;
  private final Database[] databases;
  private final Entry view = new Entry();
  private final LongConsumer seen = this::see;
  private Keyspace keyspace;
  private Database.Visitor visitor;
  private int visited;

  @SuppressWarnings("NullAway") // visitBucket() sets the rest before anything is visited
  public Sampling(Partitions partitions, Database[] databases) {
    this.partitions = partitions;
    this.databases = databases;
  }

  /** Number of cells. */
  public int cells() {
    return partitions.count() * databases.length;
  }

  public Partition partition(int cell) {
    return partitions.get(cell / databases.length);
  }

  private @Nullable Keyspace keyspace(int cell) {
    return partition(cell).keyspaceOrNull(cell % databases.length);
  }

  /** Number of keys in a cell, or of those with a deadline; old where the lock is not held. */
  public long count(int cell, boolean isVolatile) {
    Keyspace chosen = keyspace(cell);
    if (chosen == null) {
      return 0;
    }
    return isVolatile ? chosen.deadlineCount() : chosen.size();
  }

  /**
   * Visits all entries of one bucket of a cell, which is drawn at random, so that each entry has
   * the same chance; answers how many these were.
   *
   * @param isVolatile whether only entries with a deadline are drawn
   */
  public int visitBucket(
      int cell, boolean isVolatile, long randomBits, Database.Visitor newVisitor) {
    Keyspace chosen = keyspace(cell);
    if (chosen == null) {
      return 0;
    }
    keyspace = chosen;
    visitor = newVisitor;
    visited = 0;
    var index = isVolatile ? chosen.deadlines() : chosen.entries();
    index.forEach(Math.unsignedMultiplyHigh(randomBits, index.bucketCount()), 1, seen);
    return visited;
  }

  private void see(long ref) {
    visited++;
    visitor.visit(view.position(keyspace.slabs(), ref));
  }

  /** The hash of the key of the entry that is being visited. */
  public long hash(Entry entry) {
    return keyspace.hash(entry.ref());
  }

  /** The reference of an entry of a cell, drawn near uniformly; 0 where there is none. */
  public long draw(int cell, boolean isVolatile, long randomBits) {
    Keyspace chosen = keyspace(cell);
    if (chosen == null) {
      return 0;
    }
    return (isVolatile ? chosen.deadlines() : chosen.entries()).random(randomBits);
  }

  /** The entry that had this hash and reference when it was visited; null where it is gone. */
  public @Nullable Entry find(int cell, boolean isVolatile, long hash, long ref) {
    Keyspace chosen = keyspace(cell);
    if (chosen == null
        || !(isVolatile ? chosen.deadlines() : chosen.entries()).contains(hash, ref)
        || chosen.hash(ref) != hash) {
      return null;
    }
    return view.position(chosen.slabs(), ref);
  }

  /** Removes the entry of a reference, which must exist. */
  public void evict(int cell, long ref) {
    databases[cell % databases.length].evict(partition(cell), ref);
  }
}
