package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a snapshot goes: at full speed while nobody minds, for a third of the time while clients
 * are busy, so that it neither takes a processor from the event loops for long nor meets them at
 * every other lock. Owned by the thread that writes the snapshot.
 */
final class Pace {
  /** A step is followed by a pause that makes both together so many times as long. */
  private static final int SHARE = 3;

  /** A pause that has turned out too long is made up for, up to this. */
  private static final long MOST_CREDIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** So long after a sign of them clients count as busy. */
  private static final long MEMORY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Clock clock;
  private long begunNanos;
  private long nextNanos;
  private long lastSignNanos;

  Pace(Clock clock) {
    this.clock = clock;
    nextNanos = clock.nanoTime();
    lastSignNanos = nextNanos - MEMORY_NANOS;
  }

  /** A step begins. */
  void begin() {
    begunNanos = clock.nanoTime();
  }

  /** It has ended: time for a pause, if need be. */
  void end(boolean isSignOfClients) {
    long now = clock.nanoTime();
    if (isSignOfClients) {
      lastSignNanos = now;
    }
    if (now - lastSignNanos >= MEMORY_NANOS) {
      nextNanos = now;
      return;
    }
    long took = now - begunNanos;
    if (nextNanos - (begunNanos - MOST_CREDIT_NANOS) < 0) {
      nextNanos = begunNanos - MOST_CREDIT_NANOS;
    }
    nextNanos += took * SHARE;
    if (nextNanos - now > 0) {
      LockSupport.parkNanos(nextNanos - now);
    }
  }
}
