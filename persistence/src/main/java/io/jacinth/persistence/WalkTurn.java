package io.jacinth.persistence;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one snapshot at a time walk over the data. Thread-safe; its lock is never held while a
 * partition's is waited for, so that it may be asked under those.
 */
final class WalkTurn {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition isFree = lock.newCondition();
  private boolean isTaken;
  private boolean isClosed;
  private @Nullable SnapshotTask task;

  /** Takes the turn; false where somebody has it or the server ends. */
  boolean tryTake() {
    lock.lock();
    try {
      if (isTaken || isClosed) {
        return false;
      }
      isTaken = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the turn; false where the server ends. The caller holds no partition's lock. */
  boolean take() {
    lock.lock();
    try {
      while (isTaken && !isClosed) {
        isFree.awaitUninterruptibly();
      }
      return tryTake();
    } finally {
      lock.unlock();
    }
  }

  /** Says what walks, so that it can be ended. */
  void begun(SnapshotTask begun) {
    lock.lock();
    try {
      task = begun;
      if (isClosed) {
        begun.abandon();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives the turn up. */
  void give() {
    lock.lock();
    try {
      task = null;
      isTaken = false;
      isFree.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends what walks, waits for it, and gives the turn to nobody any more. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      if (task != null) {
        task.abandon();
      }
      isFree.signalAll();
      while (isTaken) {
        isFree.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
