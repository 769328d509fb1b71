package io.jacinth.server.transport;

import io.jacinth.engine.Engine;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Has connections of a server go from loop to loop all the time, on a thread of its own. */
public final class Moves implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final Thread thread;
  private volatile boolean isOver;
  private volatile int arrivals;

  private Moves(Engine engine, long seed) {
    thread = new Thread(() -> run(engine, new SplittableRandom(seed)), "moves");
    thread.start();
  }

  public static Moves begin(Engine engine, long seed) {
    return new Moves(engine, seed);
  }

  private void run(Engine engine, SplittableRandom random) {
    while (!isOver) {
      List<NettyClient> clients =
          engine.clients().all().stream()
              .filter(NettyClient.class::isInstance)
              .map(NettyClient.class::cast)
              .toList();
      List<Loop> before = clients.stream().map(NettyClient::loop).toList();
      clients.forEach(client -> client.moveTo(before.get(random.nextInt(before.size()))));
      LockSupport.parkNanos(PAUSE_NANOS);
      for (int i = 0; i < before.size(); i++) {
        arrivals += clients.get(i).loop() == before.get(i) ? 0 : 1;
      }
    }
  }

  /** Ends it; answers how many have been seen to arrive. */
  public int end() throws InterruptedException {
    isOver = true;
    thread.join();
    return arrivals;
  }

  @Override
  public void close() {
    isOver = true;
  }
}
