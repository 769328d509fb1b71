package io.jacinth.scripting;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a runner runs something, and since when. Written by the runner's thread; another looks
 * now and then whether it has been long.
 */
final class Watch {
  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int LONG = 2;

  private final AtomicInteger phase = new AtomicInteger();
  private long startNanos;
  private Runnable onLongEnd = () -> {};

  /** Has something done when a script ends that was found to be running long. */
  void onLongEnd(Runnable task) {
    onLongEnd = task;
  }

  void begin(long nowNanos) {
    startNanos = nowNanos;
    phase.setRelease(RUNNING);
  }

  void end() {
    if (phase.getAndSet(IDLE) == LONG) {
      onLongEnd.run();
    }
  }

  boolean isRunning() {
    return phase.get() != IDLE;
  }

  boolean isLong() {
    return phase.get() == LONG;
  }

  /** When the script began that runs. */
  long startNanos() {
    return startNanos;
  }

  /** Takes the script that runs for one that runs long; false where it was found so before. */
  boolean takeForLong() {
    return phase.compareAndSet(RUNNING, LONG);
  }

  /** Finds a script to be running long; false where it is not, or was found so before. */
  boolean findLong(long nowNanos, long leastNanos) {
    return phase.get() == RUNNING
        && nowNanos - startNanos >= leastNanos
        && phase.compareAndSet(RUNNING, LONG);
  }
}
