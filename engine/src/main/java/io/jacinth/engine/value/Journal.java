package io.jacinth.engine.value;

/**
 * What is needed to make a large collection again what it was at one instant. Only what changes is
 * kept, so it costs nothing that grows with the collection. It ends by {@link #rollBack} or {@link
 * #end}. Used under the partition's lock.
 */
public abstract class Journal {
  private boolean isOrphan;

  /** Notes that nothing names the collection any more: it must be kept all the same. */
  public final void orphan() {
    isOrphan = true;
  }

  /** Whether nothing names the collection any more. */
  public final boolean isOrphan() {
    return isOrphan;
  }

  /** Makes the collection what it was. */
  public abstract void rollBack();

  /** Leaves the collection as it is. */
  public abstract void end();
}
