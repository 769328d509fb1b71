package io.jacinth.engine;

/** Where time comes from: the system, or a test's hand. */
public interface Clock {
  /** A monotonic time in nanoseconds from an arbitrary origin. */
  long nanoTime();

  /** Microseconds since 1970. */
  long wallClockMicros();
}
