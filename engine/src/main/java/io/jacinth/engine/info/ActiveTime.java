package io.jacinth.engine.info;

/**
 * How long something has been going on, now and in all, as seen now and then. Written by one
 * thread, read as it is found by others.
 */
public final class ActiveTime {
  private long lastNanos;
  private long currentNanos;
  private long totalNanos;

  /** Says whether it goes on at a moment; the time since the moment before is counted if so. */
  public void at(long nowNanos, boolean isOn) {
    long passed = nowNanos - lastNanos;
    lastNanos = nowNanos;
    if (!isOn) {
      currentNanos = 0;
      return;
    }
    if (currentNanos > 0) {
      totalNanos += passed;
      currentNanos += passed;
    } else {
      currentNanos = 1;
    }
  }

  public long currentMillis() {
    return currentNanos / 1_000_000;
  }

  public long totalMillis() {
    return totalNanos / 1_000_000;
  }

  /** CONFIG RESETSTAT. */
  public void reset() {
    totalNanos = 0;
  }
}
