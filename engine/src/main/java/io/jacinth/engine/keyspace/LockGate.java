package io.jacinth.engine.keyspace;

import io.jacinth.engine.error.CommandException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whether partitions may be waited for. While a script keeps some for long, threads that serve
 * clients do not wait, for they have to answer that the server is busy. And while a script that has
 * begun to write takes all other locks, nobody waits who holds some: he gives them up and begins
 * anew. Used from every thread.
 */
public final class LockGate {
  /** A thread that must not be kept waiting: that of an event loop. */
  public interface ServingThread {}

  private static final long PAUSE_NANOS = 20_000;

  private volatile @Nullable CommandException refusal;

  /** Shuts the gate with what waiting threads are to answer, or opens it (null). */
  void refusal(@Nullable CommandException newRefusal) {
    refusal = newRefusal;
  }

  private final AtomicBoolean isWidening = new AtomicBoolean();

  /**
   * Somebody who holds locks and works needs all others; false where somebody else does already.
   */
  boolean beginWidening() {
    return isWidening.compareAndSet(false, true);
  }

  /** He has them. */
  void endWidening() {
    isWidening.set(false);
  }

  /** Whether those who hold locks while they wait for others are to give them up. */
  boolean isWidening() {
    return isWidening.get();
  }

  /** Waits until nobody needs every lock. The caller holds none. */
  void awaitWidened() {
    while (isWidening()) {
      check();
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** Throws where this thread may not wait. */
  void check() {
    CommandException refused = refusal;
    if (refused != null && Thread.currentThread() instanceof ServingThread) {
      throw refused;
    }
  }
}
