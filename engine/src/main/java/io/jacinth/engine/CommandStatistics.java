package io.jacinth.engine;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one worker counts of one command. Written by the worker alone, without synchronisation; a
 * sum over workers is taken as it is found.
 */
public final class CommandStatistics {
  /** The range and precision of Redis's latency histograms: up to a second, two digits. */
  private static final long LONGEST_NANOS = 1_000_000_000L;

  private static final int DIGITS = 2;

  private long calls;
  private long nanos;
  private long rejected;
  private long failed;
  private @Nullable Histogram latency;

  void ran(long durationNanos, boolean tracksLatency) {
    calls++;
    nanos += durationNanos;
    if (tracksLatency) {
      Histogram histogram = latency;
      if (histogram == null) {
        histogram = new Histogram(LONGEST_NANOS, DIGITS);
        latency = histogram;
      }
      histogram.recordValue(Math.clamp(durationNanos, 1, LONGEST_NANOS));
    }
  }

  void rejected() {
    rejected++;
  }

  void failed() {
    failed++;
  }

  /** Adds another worker's figures to these. */
  public void add(CommandStatistics other) {
    calls += other.calls;
    nanos += other.nanos;
    rejected += other.rejected;
    failed += other.failed;
    Histogram theirs = other.latency;
    if (theirs != null) {
      Histogram ours = latency;
      if (ours == null) {
        ours = new Histogram(LONGEST_NANOS, DIGITS);
        latency = ours;
      }
      ours.add(theirs);
    }
  }

  void reset() {
    calls = 0;
    nanos = 0;
    rejected = 0;
    failed = 0;
    latency = null;
  }

  public long calls() {
    return calls;
  }

  public long nanos() {
    return nanos;
  }

  /** Calls refused before the command ran. */
  public long rejectedCalls() {
    return rejected;
  }

  /** Calls that ran and answered an error. */
  public long failedCalls() {
    return failed;
  }

  /** Durations in nanoseconds, or null where none were recorded. */
  public @Nullable Histogram latency() {
    return latency;
  }
}
