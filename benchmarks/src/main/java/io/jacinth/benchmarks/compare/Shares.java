package io.jacinth.benchmarks.compare;

import java.util.HashSet;
import java.util.Set;

/**
 * How busy a round was, from 0 to 1.
 *
 * @param ofClientThread each of the load generator's threads
 * @param ofOwn the machine, by server and load generator
 * @param ofOthers the machine, by other programs
 */
record Shares(double ofClientThread, double ofOwn, double ofOthers) {
  /** From here on a thread is taken to have had no time to spare. */
  private static final double SATURATED = 0.95;

  /** A share of the machine that other programs must not take. */
  private static final double DISTURBED = 0.05;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /**
   * @param machineCpuSeconds what all processors have worked in the round
   * @param ownCpuSeconds what server and load generator have worked
   */
  static Shares of(
      double seconds, double machineCpuSeconds, double ownCpuSeconds, double clientThreadShare) {
    return new Shares(
        clientThreadShare,
        ownCpuSeconds / (seconds * CORES),
        Math.max(0, machineCpuSeconds - ownCpuSeconds) / (seconds * CORES));
  }

  Set<String> remarks() {
    Set<String> remarks = new HashSet<>();
    if (ofClientThread >= SATURATED) {
      remarks.add("the load generator was the limit: each of its threads had its core full");
    }
    if (ofOwn >= SATURATED) {
      remarks.add("all cores were full: server and load generator compete for them");
    }
    if (ofOthers >= DISTURBED) {
      remarks.add("other programs disturbed at least one round: repeat it on a quiet machine");
    }
    return remarks;
  }
}
