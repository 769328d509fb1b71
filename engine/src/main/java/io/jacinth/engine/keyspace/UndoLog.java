package io.jacinth.engine.keyspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to make everything what it was before a script began to change it: of each key the
 * value that it had when it was first changed, of large collections the elements, of databases that
 * were emptied or exchanged their places. It lies in the partitions' own memory, so that it counts
 * as data does. Owned by whoever runs the script, who holds the locks of the partitions covered
 * from {@link #cover} to {@link #commit} or {@link #rollBack}.
 */
public final class UndoLog {
  private record Detached(Partition partition, Keyspace keyspace) {}

  private final Partitions partitions;
  private final BooleanSupplier givingUp;
  private final List<Partition> covered = new ArrayList<>();
  private final List<KeyspaceUndo> changed = new ArrayList<>();
  private final List<Detached> detached = new ArrayList<>();
  private final Map<Partition, @Nullable Keyspace[]> arrangements = new IdentityHashMap<>();
  private long mostBytes;
  private long bytes;
  private boolean isSpent;

  /**
   * @param givingUp asked when more would have to be kept than may be; whether there need be no way
   *     back from then on
   */
  public UndoLog(Partitions partitions, BooleanSupplier givingUp) {
    this.partitions = partitions;
    this.givingUp = givingUp;
  }

  /** Begins with nothing kept and so many bytes to keep it in. */
  public void begin(long newMostBytes) {
    mostBytes = newMostBytes;
    bytes = 0;
    isSpent = false;
  }

  /** Keeps what changes in a partition from now on. */
  public void cover(Partition partition) {
    if (partition.undo() != this) {
      partition.undo(this);
      covered.add(partition);
    }
  }

  /** Whether there is no way back any more. */
  public boolean isSpent() {
    return isSpent;
  }

  /** Whether so many bytes more may be kept; once they may not, nothing is kept any more. */
  public boolean allows(long more) {
    bytes += more;
    if (bytes > mostBytes && !isSpent) {
      isSpent = givingUp.getAsBoolean();
    }
    return !isSpent;
  }

  KeyspaceUndo of(Keyspace keyspace) {
    KeyspaceUndo made = new KeyspaceUndo(keyspace, this, partitions);
    changed.add(made);
    return made;
  }

  /** A partition's databases are about to change places. */
  void rearranging(Partition partition) {
    arrangements.computeIfAbsent(partition, Partition::arrangement);
  }

  /** A keyspace is no database's any more. */
  void detached(Partition partition, Keyspace keyspace) {
    detached.add(new Detached(partition, keyspace));
  }

  /** Leaves everything as it is. */
  public void commit() {
    uncover();
    changed.forEach(KeyspaceUndo::end);
    freeDetached();
    clear();
  }

  /** Makes everything what it was. */
  public void rollBack() {
    uncover();
    changed.forEach(KeyspaceUndo::takeAway);
    changed.forEach(KeyspaceUndo::putBack);
    changed.forEach(KeyspaceUndo::end);
    arrangements.forEach(Partition::rearrange);
    freeDetached();
    clear();
  }

  private void uncover() {
    covered.forEach(partition -> partition.undo(null));
    detached.forEach(one -> one.keyspace.undo(null));
  }

  private void freeDetached() {
    detached.forEach(one -> one.partition.doom(one.keyspace));
  }

  private void clear() {
    covered.clear();
    changed.clear();
    detached.clear();
    arrangements.clear();
  }
}
