package io.jacinth.engine.keyspace;

/**
 * The time at which a command runs, read once for all that it does. Owned by the worker that runs
 * commands; the databases that it hands out read it.
 */
public final class Moment {
  private final Usage usage;
  private long millis;
  private boolean isReplaying;

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

  /**
   * What deadlines are compared with: now, or before all time while a log is read again, which says
   * itself what has expired.
   */
  public long expiryMillis() {
    return isReplaying ? 0 : millis;
  }

  /** Says whether a log is read again. */
  public void replaying(boolean newIsReplaying) {
    isReplaying = newIsReplaying;
  }

  public Usage usage() {
    return usage;
  }
}
