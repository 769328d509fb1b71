package io.jacinth.engine.keyspace;

/**
 * The time at which a command runs, read once for all that it does. Owned by the worker that runs
 * commands; the databases that it hands out read it.
 */
public final class Moment {
  private final Usage usage;
  private long millis;

  /**
   * @param usage is told the time, too
   */
  public Moment(Usage usage) {
    this.usage = usage;
  }

  public void set(long wallClockMillis) {
    millis = wallClockMillis;
    usage.set(wallClockMillis);
  }

  /** Milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  public Usage usage() {
    return usage;
  }
}
