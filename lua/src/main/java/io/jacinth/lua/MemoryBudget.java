package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * How much a script may still allocate. Whatever makes a string, a table or a closure charges an
 * estimate of its bytes before it allocates. What the collector took back is unknown here, so when
 * the allowance is used up the {@link Meter} is asked how much is really still held; only if that
 * exceeds the limit the script fails, with "not enough memory". Belongs to the instance's thread.
 */
public final class MemoryBudget {
  /** Tells how many bytes the script may be holding at most. */
  @FunctionalInterface
  public interface Meter {
    /** A script has begun: what is held now is not its, or next to nothing. */
    default void start() {}

    /** Bytes held, of the given number charged since {@link #reset}. */
    long heldBytes(long chargedBytes);
  }

  /** Without limit, for values that are built once and shared. */
  static final MemoryBudget UNLIMITED = new MemoryBudget(Long.MAX_VALUE, charged -> 0);

  /**
   * A renewal that leaves less than this part of the limit is none: the next would follow at once.
   */
  private static final int LEAST_RENEWAL = 8;

  /** What a script may charge before the meter, which is not free, is even told of it. */
  private static final long UNMETERED_BYTES = 64 << 10;

  /** Steps without a check, less one. */
  private static final int UNCHECKED = 0x3fff;

  /** Once refused, the meter, which is slow, is asked again after so many charges. */
  private static final int REFUSALS_UNASKED = 1024;

  /** Whose budget it is, and may be stopped. */
  @Nullable Lua owner;

  private final long limitBytes;
  private final Meter meter;
  private long chargedBytes;
  private long allowanceBytes;
  private long leftBytes;
  private int refusals;
  private boolean isMetered;

  /** A budget of this many bytes held at once, by a meter's account. */
  public MemoryBudget(long limitBytes, Meter meter) {
    this.limitBytes = limitBytes;
    this.meter = meter;
    reset();
  }

  /** A budget for all that is ever allocated, whether it was taken back or not. */
  public static MemoryBudget ofAllocations(long limitBytes) {
    return new MemoryBudget(limitBytes, charged -> charged);
  }

  /** Starts anew, at the beginning of a script. */
  public final void reset() {
    chargedBytes = 0;
    allowanceBytes = Math.min(limitBytes, UNMETERED_BYTES);
    leftBytes = allowanceBytes;
    refusals = 0;
    isMetered = false;
  }

  /** States that so many bytes are about to be allocated. Throws "not enough memory". */
  public void charge(long bytes) {
    long left = leftBytes - bytes;
    if (left < 0) {
      renew(bytes);
    } else {
      leftBytes = left;
    }
  }

  /** A check for a stop, for what goes through large tables, every so many steps. */
  void pollAt(int step) {
    if ((step & UNCHECKED) == UNCHECKED && owner != null) {
      owner.poll();
    }
  }

  /** What was charged since {@link #reset}, taken back or not. */
  public long chargedBytes() {
    return chargedBytes + allowanceBytes - leftBytes;
  }

  private void renew(long bytes) {
    if (isMetered) {
      measure(bytes);
    } else {
      long spent = chargedBytes();
      meter.start();
      isMetered = true;
      allowanceBytes = limitBytes;
      leftBytes = limitBytes - spent;
      charge(bytes);
    }
  }

  private void measure(long bytes) {
    if (refusals != 0 && refusals++ % REFUSALS_UNASKED != 0) {
      throw exhausted();
    }
    chargedBytes = chargedBytes();
    long allowance = Math.max(0, limitBytes - meter.heldBytes(chargedBytes));
    if (bytes > allowance || allowance < limitBytes / LEAST_RENEWAL) {
      refusals = Math.max(1, refusals);
      // What is left stays: a large request may fail and small ones go on.
      allowanceBytes = Math.min(leftBytes, allowance);
      leftBytes = allowanceBytes;
      throw exhausted();
    }
    refusals = 0;
    allowanceBytes = allowance;
    leftBytes = allowance - bytes;
  }

  static LuaError exhausted() {
    return new LuaError(LuaString.constant("not enough memory"));
  }
}
