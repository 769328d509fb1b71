package io.jacinth.engine;

import io.jacinth.engine.info.MemoryUse;
import java.util.Arrays;

/**
 * What INFO tells of the last moments: rates over the last second or two and the peak of memory.
 * Sampled by the first worker's cron, read from any thread.
 */
public final class Gauges {
  private static final long PERIOD_NANOS = 100_000_000;

  /** Memory is added up, which asks every client, once in so many samples. */
  private static final int SAMPLES_A_PEAK = 10;

  private final Engine engine;
  private final Rate commands = new Rate();
  private final Rate bytesIn = new Rate();
  private final Rate bytesOut = new Rate();
  private long lastNanos;
  private long samples;
  private long peakBytes;
  private volatile int loopsInUse;

  Gauges(Engine engine) {
    this.engine = engine;
    this.lastNanos = engine.clock().nanoTime();
  }

  /** Takes a sample where one is due. */
  synchronized void sample(long nowNanos) {
    long elapsedNanos = nowNanos - lastNanos;
    if (elapsedNanos < PERIOD_NANOS) {
      return;
    }
    lastNanos = nowNanos;
    long commandsNow = 0;
    long bytesInNow = 0;
    long bytesOutNow = 0;
    for (Worker worker : engine.workers()) {
      Statistics counts = worker.statistics();
      commandsNow += counts.commands();
      bytesInNow += counts.bytesIn();
      bytesOutNow += counts.bytesOut();
    }
    commands.sample(commandsNow, elapsedNanos);
    bytesIn.sample(bytesInNow, elapsedNanos);
    bytesOut.sample(bytesOutNow, elapsedNanos);
    if (samples++ % SAMPLES_A_PEAK == 0) {
      peakBytes(MemoryUse.of(engine).used());
    }
  }

  public synchronized double commandsASecond() {
    return commands.mean();
  }

  public synchronized double bytesInASecond() {
    return bytesIn.mean();
  }

  public synchronized double bytesOutASecond() {
    return bytesOut.mean();
  }

  /** How many of the event loops serve connections. */
  public int loopsInUse() {
    return loopsInUse;
  }

  public void loopsInUse(int number) {
    loopsInUse = number;
  }

  /** The most memory ever seen, which a reading of now may raise. */
  public synchronized long peakBytes(long nowBytes) {
    peakBytes = Math.max(peakBytes, nowBytes);
    return peakBytes;
  }

  /** CONFIG RESETSTAT. */
  synchronized void reset() {
    commands.reset();
    bytesIn.reset();
    bytesOut.reset();
    peakBytes = 0;
  }

  /** The mean of a count's growth over the last samples, in units a second. */
  private static final class Rate {
    private static final int SAMPLES = 16;
    private static final double NANOS_A_SECOND = 1e9;

    private final double[] rates = new double[SAMPLES];
    private long last;
    private int next;

    void sample(long count, long elapsedNanos) {
      long growth = Math.max(count - last, 0);
      last = count;
      rates[next] = growth * NANOS_A_SECOND / elapsedNanos;
      next = (next + 1) % SAMPLES;
    }

    double mean() {
      double sum = 0;
      for (double rate : rates) {
        sum += rate;
      }
      return sum / SAMPLES;
    }

    void reset() {
      Arrays.fill(rates, 0);
      last = 0;
    }
  }
}
