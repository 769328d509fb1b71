package io.jacinth.lua;

/**
 * Measures what scripts hold by the growth of the JVM's heap since {@link #start}, garbage counted
 * until a collection shows what it is. Others who allocate meanwhile are counted too: the purpose
 * is that no script fills the heap, not a bill.
 */
public final class HeapMeter implements MemoryBudget.Meter {
  private final Runtime runtime = Runtime.getRuntime();
  private final long limitBytes;
  private long usedAtStart;

  /** A meter for budgets of this many bytes: below it nothing needs to be collected. */
  public HeapMeter(long limitBytes) {
    this.limitBytes = limitBytes;
    start();
  }

  /** Takes the present use of the heap as zero. */
  @Override
  public final void start() {
    usedAtStart = used();
  }

  @Override
  public long heldBytes(long chargedBytes) {
    long held = growth();
    if (held < limitBytes / 2) {
      return held;
    }
    runtime.gc();
    return growth();
  }

  /** Garbage from before the start may be gone meanwhile. */
  private long growth() {
    long used = used();
    usedAtStart = Math.min(usedAtStart, used);
    return used - usedAtStart;
  }

  private long used() {
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
