package io.jacinth.engine.eviction;

import io.jacinth.engine.config.LongSetting;

/**
 * How long an eviction may hold a command up, by {@code maxmemory-eviction-tenacity}; the same
 * times as in Redis: half a millisecond by default. Owned by one {@link Evictor}.
 */
final class Patience {
  private static final int LINEAR_UNTIL = 10;
  private static final int ENDLESS = 100;
  private static final long NANOS_A_STEP = 50_000;
  private static final double GROWTH = 1.15;

  private final LongSetting tenacity;
  private long known = -1;
  private long nanos;

  Patience(LongSetting tenacity) {
    this.tenacity = tenacity;
  }

  long nanos() {
    long now = tenacity.value();
    if (now != known) {
      known = now;
      nanos = nanosFor((int) now);
    }
    return nanos;
  }

  private static long nanosFor(int tenacity) {
    if (tenacity <= LINEAR_UNTIL) {
      return NANOS_A_STEP * tenacity;
    }
    return tenacity >= ENDLESS
        ? Long.MAX_VALUE
        : (long) (NANOS_A_STEP * LINEAR_UNTIL * Math.pow(GROWTH, tenacity - LINEAR_UNTIL));
  }
}
