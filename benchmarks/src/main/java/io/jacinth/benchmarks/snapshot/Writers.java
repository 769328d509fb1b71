package io.jacinth.benchmarks.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Threads that write as fast as they are answered, each on a connection of its own, and the times
 * that their batches took. A thread owns its times until it has been joined.
 */
final class Writers implements AutoCloseable {
  private static final int BATCH = 4;
  private static final int BUCKETS = 1_000_000;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private final List<int[]> micros = new ArrayList<>();

  /** What was measured: batches of so many requests. */
  record Times(long requests, double p50Millis, double p999Millis, double maxMillis) {}

  /**
   * Starts threads.
   *
   * @param request makes a request from a random source
   */
  void start(int count, int port, Function<SplittableRandom, String> request) {
    for (int i = 0; i < count; i++) {
      int seed = threads.size();
      int[] own = new int[BUCKETS + 1];
      micros.add(own);
      threads.add(
          Thread.ofPlatform().start(() -> write(port, new SplittableRandom(seed), request, own)));
    }
  }

  private void write(
      int port, SplittableRandom random, Function<SplittableRandom, String> request, int[] times) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      StringBuilder batch = new StringBuilder();
      while (!isOver.get()) {
        batch.setLength(0);
        for (int i = 0; i < BATCH; i++) {
          batch.append(request.apply(random)).append("\r\n");
        }
        long begin = System.nanoTime();
        out.write(batch.toString().getBytes(StandardCharsets.ISO_8859_1));
        for (int lines = 0; lines < BATCH; ) {
          lines += in.read() == '\n' ? 1 : 0;
        }
        times[(int) Math.min((System.nanoTime() - begin) / 1000, BUCKETS)]++;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the threads and answers what their requests took. */
  Times end() throws InterruptedException {
    isOver.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    long[] sum = new long[BUCKETS + 1];
    long count = 0;
    for (int[] own : micros) {
      for (int i = 0; i <= BUCKETS; i++) {
        sum[i] += own[i];
        count += own[i];
      }
    }
    return new Times(
        count * BATCH, at(sum, count / 2), at(sum, (long) (count * 0.999)), at(sum, count - 1));
  }

  private static double at(long[] sum, long rank) {
    long seen = 0;
    for (int i = 0; i <= BUCKETS; i++) {
      seen += sum[i];
      if (seen > rank) {
        return i / 1000.0;
      }
    }
    return BUCKETS / 1000.0;
  }

  @Override
  public void close() {
    isOver.set(true);
  }
}
