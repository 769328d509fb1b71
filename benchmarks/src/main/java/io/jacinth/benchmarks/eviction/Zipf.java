package io.jacinth.benchmarks.eviction;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Numbers below a bound, the n-th most frequent one in proportion to 1/n^s; scrambled. */
final class Zipf {
  private final double[] sums;
  private final int[] scrambled;
  private final SplittableRandom random;

  Zipf(int bound, double exponent, long seed) {
    sums = new double[bound];
    scrambled = new int[bound];
    random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < bound; i++) {
      sum += Math.pow(i + 1, -exponent);
      sums[i] = sum;
      int other = random.nextInt(i + 1);
      scrambled[i] = scrambled[other];
      scrambled[other] = i;
    }
  }

  int next() {
    int rank = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return scrambled[Math.min(rank < 0 ? -rank - 1 : rank, sums.length - 1)];
  }
}
