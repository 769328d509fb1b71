package io.jacinth.engine.keyspace;

/** What a worker's defragmentation has done. Written by the worker alone, read by others. */
public final class MoveCount {
  private long moved;
  private long left;

  /** Counts a block; answers whether it is one to move. */
  boolean seen(boolean isToMove) {
    if (isToMove) {
      moved++;
    } else {
      left++;
    }
    return isToMove;
  }

  /** Blocks that were moved. */
  public long moved() {
    return moved;
  }

  /** Blocks that were looked at and left where they are. */
  public long left() {
    return left;
  }

  /** CONFIG RESETSTAT. */
  public void reset() {
    moved = 0;
    left = 0;
  }
}
