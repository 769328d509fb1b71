package io.jacinth.benchmarks.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A client that asks for one thing after the other, a few hundred a second, and takes the time of
 * each. Its own thread runs it; the figures are read after {@link #stop}.
 */
final class WellBehaved {
  private static final long PAUSE_MICROS = 1_500;

  private final int port;
  private final Thread thread;
  private long[] micros = new long[1 << 16];
  private int count;
  private volatile boolean isStopped;
  private volatile IOException failure = NONE;

  private static final IOException NONE = new IOException("none");

  WellBehaved(int port) {
    this.port = port;
    this.thread = Thread.ofPlatform().name("well-behaved").start(this::run);
  }

  private void run() {
    try (Peer peer = new Peer(port)) {
      for (int i = 0; !isStopped; i++) {
        long start = System.nanoTime();
        switch (i % 3) {
          case 0 -> peer.ask("SET key:" + i % 1000 + " value");
          case 1 -> peer.ask("GET key:" + i % 1000);
          default -> peer.ask("PING");
        }
        add((System.nanoTime() - start) / 1000);
        TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      failure = new IOException(e);
    }
  }

  private void add(long taken) {
    if (count == micros.length) {
      micros = Arrays.copyOf(micros, count * 2);
    }
    micros[count++] = taken;
  }

  /**
   * Ends the client.
   *
   * @throws IOException what it met with that it should not have
   */
  void stop() throws IOException, InterruptedException {
    isStopped = true;
    thread.join();
    if (failure != NONE) {
      throw failure;
    }
    Arrays.sort(micros, 0, count);
  }

  /**
   * The milliseconds that so large a part of the requests took at most; NaN where there is none.
   */
  double millis(double part) {
    return count == 0
        ? Double.NaN
        : micros[(int) Math.min(count - 1, Math.round(count * part))] / 1e3;
  }

  int requests() {
    return count;
  }
}
