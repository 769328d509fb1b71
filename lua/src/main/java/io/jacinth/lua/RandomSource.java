package io.jacinth.lua;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Where math.random draws its numbers. This one is seeded with zero at first. */
public class RandomSource {
  private RandomGenerator generator = new SplittableRandom(0);

  /** The next number, from 0 inclusive to 1 exclusive. */
  public double next() {
    return generator.nextDouble();
  }

  /** math.randomseed. */
  public void seed(int seed) {
    generator = new SplittableRandom(seed);
  }
}
