package io.jacinth.scripting;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one script or function. Used from every thread. */
final class ScriptStatistics {
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder commands = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /**
   * Counts a call that has ended.
   *
   * @param ranCommands how many commands it has called
   */
  void ran(long durationNanos, int ranCommands, boolean hasFailed) {
    calls.increment();
    nanos.add(durationNanos);
    commands.add(ranCommands);
    if (hasFailed) {
      failures.increment();
    }
  }

  long calls() {
    return calls.sum();
  }

  long micros() {
    return TimeUnit.NANOSECONDS.toMicros(nanos.sum());
  }

  /** Number of commands called. */
  long commands() {
    return commands.sum();
  }

  /** Number of calls that ended in an error. */
  long failures() {
    return failures.sum();
  }

  /** As INFO tells it. */
  String line() {
    long count = calls();
    return String.format(
        Locale.ROOT,
        "calls=%d,usec=%d,usec_per_call=%.2f,redis_calls=%d,failed_calls=%d",
        count,
        micros(),
        count == 0 ? 0.0 : (double) micros() / count,
        commands(),
        failures());
  }
}
