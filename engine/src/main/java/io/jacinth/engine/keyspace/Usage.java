package io.jacinth.engine.keyspace;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What entries keep of their use, in 24 bits: the second in which they were last used or, while an
 * LFU eviction policy is chosen, how often that has been of late. Owned by the worker that runs
 * commands; the databases that it hands out read it.
 *
 * <pre>
 *   23                     0      23         8 7       0
 *   +-----------------------+     +-----------+---------+
 *   | second of last use    |     | minute    | counter |
 *   +-----------------------+     +-----------+---------+
 * </pre>
 *
 * <p>The counter is logarithmic (Morris 1978): the higher it is, the less likely is a use to
 * increment it; and it loses one for every so many minutes without use. The sums are Redis's. A
 * change of policy leaves the entries as they are: what they keep then means little until they are
 * used again, as in Redis.
 */
public final class Usage {
  private static final int CLOCK_MASK = 0xFFFFFF;
  private static final int MINUTE_MASK = 0xFFFF;
  private static final int MOST = 255;

  /** Where a new entry's counter begins, so that it is not the first to be evicted. */
  private static final int INITIAL = 5;

  /**
   * How uses are counted.
   *
   * @param logFactor how many uses it takes to reach a high count
   * @param minutesToLoseOne 0: nothing is lost with time
   */
  public record Counting(long logFactor, long minutesToLoseOne) {}

  private final RandomGenerator random;
  private volatile @Nullable Counting configured;
  private @Nullable Counting counting;
  private int now;
  private boolean isHeld;

  public Usage(RandomGenerator random) {
    this.random = random;
  }

  /** From the next command on, uses are counted; null: their time is kept. From any thread. */
  public void counting(@Nullable Counting newCounting) {
    configured = newCounting;
  }

  /** Whether uses leave no trace: those of a client that asked for it (CLIENT NO-TOUCH). */
  public void hold(boolean newIsHeld) {
    isHeld = newIsHeld;
  }

  void set(long wallClockMillis) {
    counting = configured;
    long seconds = wallClockMillis / 1000;
    now = (int) (counting == null ? seconds & CLOCK_MASK : seconds / 60 & MINUTE_MASK);
  }

  /** Whether uses are counted now. */
  public boolean isCounting() {
    return counting != null;
  }

  /** What a new entry keeps. */
  int ofNew() {
    return counting == null ? now : now << 8 | INITIAL;
  }

  /** What an entry keeps that takes the place of another, or of none. */
  int ofReplacement(Entry old) {
    return counting == null || !old.exists() ? ofNew() : old.usage();
  }

  /** What an entry keeps that is used now. */
  int ofUsed(Entry entry) {
    Counting rule = counting;
    if (isHeld) {
      return entry.usage();
    }
    return rule == null ? now : now << 8 | incremented(decayed(entry.usage(), rule), rule);
  }

  private int incremented(int counter, Counting rule) {
    double chance = 1 / ((double) Math.max(counter - INITIAL, 0) * rule.logFactor + 1);
    return counter < MOST && random.nextDouble() < chance ? counter + 1 : counter;
  }

  private int decayed(int usage, Counting rule) {
    int counter = usage & MOST;
    if (rule.minutesToLoseOne == 0) {
      return counter;
    }
    long lost = ((long) now - (usage >>> 8) & MINUTE_MASK) / rule.minutesToLoseOne;
    return (int) Math.max(counter - lost, 0);
  }

  /** What an entry keeps that was last used so many seconds ago. */
  int ofIdle(long seconds) {
    return counting == null ? (int) (now - seconds & CLOCK_MASK) : ofNew();
  }

  /** What an entry keeps whose counter stands so high. */
  int ofFrequency(int counter) {
    return counting == null ? ofNew() : now << 8 | counter;
  }

  /** Seconds since an entry was last used. */
  public long idleSeconds(Entry entry) {
    return (long) now - entry.usage() & CLOCK_MASK;
  }

  /** How often an entry has been used of late, on a logarithmic scale up to 255. */
  public int frequency(Entry entry) {
    Counting rule = counting;
    return rule == null ? 0 : decayed(entry.usage(), rule);
  }
}
