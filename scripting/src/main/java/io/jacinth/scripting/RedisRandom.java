package io.jacinth.scripting;

import io.jacinth.lua.RandomSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers that math.random gives in Redis: those of drand48 (a linear congruence of 48 bits),
 * one sequence for all scripts of a server. Used from every thread.
 */
final class RedisRandom extends RandomSource {
  private static final long FACTOR = 0x5DEECE66DL;
  private static final long SUMMAND = 0xB;
  private static final long MASK = (1L << 48) - 1;
  private static final long FIRST = 0x1234ABCD330EL;
  private static final int LOW_OF_SEED = 0x330E;
  private static final int LOW_BITS = 16;
  private static final int DROPPED_BITS = 17;

  private final AtomicLong state = new AtomicLong(FIRST);

  @Override
  public double next() {
    long drawn = state.updateAndGet(old -> old * FACTOR + SUMMAND & MASK);
    return (double) ((drawn >>> DROPPED_BITS) % Integer.MAX_VALUE) / Integer.MAX_VALUE;
  }

  @Override
  public void seed(int seed) {
    state.set((long) seed << LOW_BITS & MASK | LOW_OF_SEED);
  }
}
