package io.jacinth.engine.keyspace;

import io.jacinth.engine.error.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * Whether partitions may be waited for. While a script keeps some for long, threads that serve
 * clients do not wait, for they have to answer that the server is busy. Used from every thread.
 */
public final class LockGate {
  /** A thread that must not be kept waiting: that of an event loop. */
  public interface ServingThread {}

  private volatile @Nullable CommandException refusal;

  /** Shuts the gate with what waiting threads are to answer, or opens it (null). */
  void refusal(@Nullable CommandException newRefusal) {
    refusal = newRefusal;
  }

  /** Throws where this thread may not wait. */
  void check() {
    CommandException refused = refusal;
    if (refused != null && Thread.currentThread() instanceof ServingThread) {
      throw refused;
    }
  }
}
