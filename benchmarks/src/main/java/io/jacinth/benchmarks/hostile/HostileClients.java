package io.jacinth.benchmarks.hostile;

import io.jacinth.benchmarks.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Clients that mean no good, one kind after the other, against each server: what a well-behaved
 * client notices of them, how large the server becomes, and whether it stays up. Run by {@code
 * benchmarks/hostile} straight from its source. Ends with status 1 where a server did not stand it.
 */
public final class HostileClients {
  private static final String USAGE =
      """
      Usage: benchmarks/hostile [--scale F] [--seed N] [--attack NAME] ... [--server 'name=command {port}'] ...
        --scale   every attack takes so many times as long (1: eight minutes a server)
        --seed    of the random bytes (1)
        --attack  one of NOTHING IDLE CONNECTS NON_READER SLOW_WRITER GARBAGE STRANGERS; by default all
        --server  a server, {port} standing for its port; by default Jacinth and redis-server
      """;

  /** More than an attack opens and less than a process may have open. */
  private static final String OPTIONS = " --requirepass " + Peer.PASSWORD + " --maxclients 12000";

  private final double scale;
  private final long seed;

  private final Set<Attack> attacks;

  private HostileClients(double scale, long seed, Set<Attack> attacks) {
    this.scale = scale;
    this.seed = seed;
    this.attacks = attacks;
  }

  public static void main(String... arguments) throws Exception {
    double scale = 1;
    long seed = 1;
    Set<Attack> attacks = EnumSet.noneOf(Attack.class);
    List<String> servers = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("--help") || i + 1 == arguments.length) {
        System.out.print(USAGE);
        return;
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--scale" -> scale = Double.parseDouble(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--attack" -> attacks.add(Attack.valueOf(value));
        case "--server" -> servers.add(value);
        default -> throw new IllegalArgumentException(arguments[i] + "\n" + USAGE);
      }
    }
    if (servers.isEmpty()) {
      servers =
          List.of(
              "jacinth=bin/jacinth-server --save '' --port {port}",
              "redis=redis-server --save '' --port {port}");
    }
    for (String server : servers) {
      new HostileClients(scale, seed, attacks.isEmpty() ? EnumSet.allOf(Attack.class) : attacks)
          .run(server);
    }
  }

  private void run(String server) throws IOException, InterruptedException {
    int equals = server.indexOf('=');
    int port = Loopback.freePort();
    String command = server.substring(equals + 1).replace("{port}", String.valueOf(port)) + OPTIONS;
    System.out.printf("%s, seed %d%n", server.substring(0, equals), seed);
    System.out.printf(
        "%-32s%12s%9s%9s%9s%9s%10s%10s%n",
        "attack", "done", "requests", "p50 ms", "p99 ms", "max ms", "peak MB", "after MB");
    Process process =
        new ProcessBuilder("sh", "-c", "exec " + command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitStart(port, process);
      for (Attack attack : attacks) {
        measure(attack, port, process.pid());
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private void measure(Attack attack, int port, long pid) throws IOException, InterruptedException {
    PeakMemory memory = new PeakMemory(pid);
    WellBehaved client = new WellBehaved(port);
    long end = System.nanoTime() + (long) (attack.seconds * scale * 1e9);
    long done = attack.run(port, end, new Random(seed));
    client.stop();
    long peak = memory.stop();
    TimeUnit.SECONDS.sleep(3);
    System.out.printf(
        "%-32s%,12d%,9d%9.2f%9.2f%9.2f%,10d%,10d%n",
        attack.title,
        done,
        client.requests(),
        client.millis(0.5),
        client.millis(0.99),
        client.millis(1),
        peak >> 20,
        residentBytes(pid) >> 20);
  }

  /** Looks at a process's resident memory ten times a second. */
  private static final class PeakMemory {
    private final Thread thread;
    private volatile boolean isStopped;
    private volatile long peak;

    PeakMemory(long pid) {
      thread =
          Thread.startVirtualThread(
              () -> {
                while (!isStopped) {
                  peak = Math.max(peak, residentBytes(pid));
                  pause();
                }
              });
    }

    private static void pause() {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    long stop() throws InterruptedException {
      isStopped = true;
      thread.join();
      return peak;
    }
  }

  /** What /proc says of a process; 0 where it has ended. */
  private static long residentBytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
      return 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static void awaitStart(int port, Process process) throws InterruptedException {
    while (process.isAlive()) {
      try (Peer peer = new Peer(port)) {
        if (peer.ask("PING").equals("+PONG")) {
          return;
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    throw new IllegalStateException("the server has ended");
  }
}
