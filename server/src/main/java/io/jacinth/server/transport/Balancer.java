package io.jacinth.server.transport;

import io.jacinth.engine.Engine;
import io.jacinth.engine.Statistics;
import io.jacinth.engine.Worker;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then how busy the loops are, sets how many of them serve connections, and has
 * connections move to where they belong. Where the system does not tell, or the transport does not
 * let a connection go, all loops stay in use. On a thread of its own.
 */
final class Balancer implements AutoCloseable {
  private static final long PERIOD_MILLIS = 100;

  /** Connections are counted, and moved where loops have unequal numbers, once in so many. */
  private static final int PERIODS_A_COUNT = 10;

  /** A move costs the loops some microseconds. */
  private static final int MOVES_A_PERIOD = 256;

  /** Below this nobody needs to look. */
  private static final double FEW_COMMANDS_A_SECOND = 1000;

  /** Of a hundredth of a second, in which {@code /proc/uptime} counts. */
  private static final long UPTIME_NANOS = 10_000_000;

  private final Engine engine;
  private final List<Loop> loops;
  private final Placement placement;
  private final Listener.ListenerSettings settings;
  private final LoopCount count = new LoopCount();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("jacinth-balance", true));

  /** How long the machine has run and, second, how long its processors together were idle. */
  private final ProcFile uptime = new ProcFile(Path.of("/proc/uptime"));

  private @Nullable Sample last;
  private long lastNanos;
  private long lastCommands;
  private int periods;

  /** Times since the loops began, of those that were in use when it was taken. */
  private record Sample(long runningNanos, long waitingNanos, long idleNanos, int loops) {}

  Balancer(
      Engine engine, List<Loop> loops, Placement placement, Listener.ListenerSettings settings) {
    this.engine = engine;
    this.loops = loops;
    this.placement = placement;
    this.settings = settings;
    this.lastNanos = engine.clock().nanoTime();
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::run, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      int before = placement.inUse();
      use(decide(before));
      if (placement.inUse() != before || ++periods % PERIODS_A_COUNT == 0) {
        spread(placement.inUse());
      }
    } catch (IOException | RuntimeException untold) {
      use(loops.size());
      spread(loops.size());
      thread.shutdown();
    }
  }

  private void use(int number) {
    placement.inUse(number);
    engine.gauges().loopsInUse(number);
  }

  private int decide(int before) throws IOException {
    int least = Math.min(settings.leastLoops(), loops.size());
    long now = engine.clock().nanoTime();
    long commands =
        engine.workers().stream().map(Worker::statistics).mapToLong(Statistics::commands).sum();
    double seconds = (now - lastNanos) / 1e9;
    double rate = (commands - lastCommands) / seconds;
    lastNanos = now;
    lastCommands = commands;
    if (before <= least && (seconds <= 0 || rate < FEW_COMMANDS_A_SECOND)) {
      last = null;
      return least;
    }
    Sample previous = last;
    Sample sample = sample(before);
    last = sample;
    if (previous == null || previous.loops != before) {
      return Math.max(before, least);
    }
    Load load =
        new Load(
            (sample.runningNanos - previous.runningNanos) / 1e9 / seconds,
            (sample.waitingNanos - previous.waitingNanos) / 1e9 / seconds,
            (sample.idleNanos - previous.idleNanos) / 1e9 / seconds,
            rate);
    boolean mayTry = engine.clients().count() <= MOVES_A_PERIOD;
    int next = count.next(before, load, least, loops.size(), mayTry);
    if (next != before) {
      last = sample(next);
    }
    return next;
  }

  private Sample sample(int inUse) throws IOException {
    long running = 0;
    long waiting = 0;
    for (int i = 0; i < inUse; i++) {
      ProcFile times = loops.get(i).times();
      if (times == null) {
        throw new IOException("nothing tells how busy a loop is");
      }
      times.read();
      running += times.nextNumber();
      waiting += times.nextNumber();
    }
    uptime.read();
    uptime.nextNumber();
    return new Sample(running, waiting, uptime.nextNumber() * UPTIME_NANOS, inUse);
  }

  /** Has connections move so that the loops in use have about as many each, the others none. */
  private void spread(int inUse) {
    int[] have = new int[loops.size()];
    List<NettyClient> clients =
        engine.clients().all().stream()
            .filter(NettyClient.class::isInstance)
            .map(NettyClient.class::cast)
            .toList();
    clients.forEach(client -> have[client.loop().index()]++);
    int share = Math.ceilDiv(clients.size(), inUse);
    int[] keep = new int[have.length];
    for (int i = 0; i < inUse; i++) {
      keep[i] = have[i] > share + share / 8 ? share : have[i];
    }
    int moves = 0;
    int[] seen = new int[have.length];
    int[] had = have.clone();
    for (NettyClient client : clients) {
      int from = client.loop().index();
      int surplus = had[from] - keep[from];
      boolean isTurn = isTurn(seen[from]++, surplus, had[from]);
      if (isTurn && have[from] > keep[from] && moves < MOVES_A_PERIOD && client.isMovable()) {
        int to = IntStream.range(0, inUse).boxed().min(Comparator.comparing(i -> have[i])).get();
        client.moveTo(loops.get(to));
        have[from]--;
        have[to]++;
        moves++;
      }
    }
  }

  /**
   * Whether the client at an index is one of so many, evenly chosen: connections made one after the
   * other, which are often one program's, stay on different loops.
   */
  private static boolean isTurn(int index, int chosen, int of) {
    return (long) (index + 1) * chosen / of > (long) index * chosen / of;
  }

  /** Ends it; no connection begins to move after this. */
  @Override
  public void close() {
    thread.close();
    uptime.close();
  }
}
