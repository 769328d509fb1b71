package io.jacinth.engine.keyspace;

/**
 * The time at which a command runs, read once for all that it does. Owned by the worker that runs
 * commands; the databases that it hands out read it.
 */
public final class Moment {
  private static final long CLOCK_MASK = 0xFFFFFF;

  private long millis;
  private int accessClock;

  public void set(long wallClockMillis) {
    millis = wallClockMillis;
    accessClock = (int) (wallClockMillis / 1000 & CLOCK_MASK);
  }

  /** Milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  /** Seconds since 1970, the lowest 24 bits: what an entry keeps of its last access. */
  public int accessClock() {
    return accessClock;
  }

  /** Seconds since an entry was last read or written. */
  public long idleSeconds(Entry entry) {
    return accessClock - entry.accessClock() & CLOCK_MASK;
  }
}
