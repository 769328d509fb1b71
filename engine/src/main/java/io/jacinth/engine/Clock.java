package io.jacinth.engine;

import java.time.Duration;

/** Where time comes from: the system, or a test's hand. */
public interface Clock {
  /** A monotonic time in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Microseconds since 1970. */
  long wallClockMicros();

  /** Holds the calling thread up until so much time has passed. */
  void sleep(Duration duration);
}
