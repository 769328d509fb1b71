package io.jacinth.testkit;

import io.jacinth.engine.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only when a test says so. Begins at the same instant in every test. Thread-safe.
 */
public final class ManualClock implements Clock {

  /** Where every clock begins. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final long START_MICROS = START.getEpochSecond() * 1_000_000;

  private final AtomicLong elapsedNanos = new AtomicLong();

  /** Moves time forward. */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + step);
    }
    elapsedNanos.addAndGet(step.toNanos());
  }

  /** Time passes at once: who sleeps wakes up later without having waited. */
  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }

  @Override
  public long nanoTime() {
    return elapsedNanos.get();
  }

  @Override
  public long wallClockMicros() {
    return START_MICROS + elapsedNanos.get() / 1_000;
  }
}
