package io.jacinth.commands.hyperloglog;

import java.lang.foreign.MemorySegment;

/**
 * The number of different elements that registers tell of, by the improved raw estimator (Ertl
 * 2017, arXiv:1702.01284, algorithm 6): no table of biases, and no change of method on the way from
 * small to large. The sums are made in Redis's order, so that they end in the same number.
 */
final class Estimate {
  /** The limit of the estimator's constant for many registers: 1 / (2 ln 2). */
  private static final double ALPHA = 0.721347520444481703680;

  private static final double REGISTERS = HyperLogLog.REGISTERS;
  private static final int LONGEST_RUN = Long.SIZE - HyperLogLog.REGISTER_BITS;

  private Estimate() {}

  /** Of the registers that the histogram has counted. */
  static long of(MemorySegment memory) {
    int saturated = RegisterArray.counted(memory, LONGEST_RUN + 1);
    double sum = REGISTERS * tau((REGISTERS - saturated) / REGISTERS);
    for (int run = LONGEST_RUN; run >= 1; run--) {
      sum += RegisterArray.counted(memory, run);
      sum *= 0.5;
    }
    sum += REGISTERS * sigma(RegisterArray.counted(memory, 0) / REGISTERS);
    return rounded(ALPHA * REGISTERS * REGISTERS / sum);
  }

  /** Half away from zero; registers of impossible values may make it infinite. */
  private static long rounded(double value) {
    if (Double.isInfinite(value)) {
      return Long.MIN_VALUE;
    }
    long floor = (long) value;
    return value - floor >= 0.5 ? floor + 1 : floor;
  }

  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double x = share;
    double y = 1;
    double z = x;
    double before;
    do {
      x *= x;
      before = z;
      z += x * y;
      y += y;
    } while (before != z);
    return z;
  }

  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double x = share;
    double y = 1;
    double z = 1 - x;
    double before;
    do {
      x = Math.sqrt(x);
      before = z;
      y *= 0.5;
      z -= (1 - x) * (1 - x) * y;
    } while (before != z);
    return z / 3;
  }
}
