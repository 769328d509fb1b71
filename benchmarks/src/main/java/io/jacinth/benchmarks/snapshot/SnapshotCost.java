package io.jacinth.benchmarks.snapshot;

import io.jacinth.benchmarks.Loopback;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a snapshot costs a server, side by side with Redis: how long a file takes to be saved and
 * loaded, how much memory BGSAVE takes while all keys are being written, and what it does to the
 * times of those writes. Run by {@code benchmarks/snapshot} straight from its source.
 */
public final class SnapshotCost {
  private static final String USAGE =
      """
      Usage: benchmarks/snapshot [--keys N] [--file-keys N] [--seconds N] [--threads N] [--only NAME]
        --keys       keys under load while a snapshot is made (3000000; 0: leaves that out)
        --file-keys  keys of the file that is loaded and saved (5000000; 0: leaves that out)
        --seconds    length of the load without a snapshot (15)
        --threads    connections that write (8)
        --only       jacinth or redis
      """;

  private static final int VALUE_BYTES = 100;
  private static final int MEMBERS = 1_000_000;
  private static final String VALUE = "x".repeat(VALUE_BYTES);
  private static final List<String> SERVERS =
      List.of(
          "jacinth=bin/jacinth-server --save '' --port {port} --dir {dir}",
          "redis=redis-server --save '' --port {port} --dir {dir}");

  private int keys = 3_000_000;
  private int fileKeys = 5_000_000;
  private int seconds = 15;
  private int threads = 8;
  private String only = "";

  private SnapshotCost() {}

  public static void main(String... arguments) throws Exception {
    SnapshotCost cost = new SnapshotCost();
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("--help") || i + 1 == arguments.length) {
        System.out.print(USAGE);
        return;
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--keys" -> cost.keys = Integer.parseInt(value);
        case "--file-keys" -> cost.fileKeys = Integer.parseInt(value);
        case "--seconds" -> cost.seconds = Integer.parseInt(value);
        case "--threads" -> cost.threads = Integer.parseInt(value);
        case "--only" -> cost.only = value;
        default -> throw new IllegalArgumentException(arguments[i] + "\n" + USAGE);
      }
    }
    cost.run();
  }

  private void run() throws IOException, InterruptedException {
    if (fileKeys > 0) {
      files();
    }
    if (keys > 0) {
      underLoad();
    }
  }

  private List<String> servers() {
    return SERVERS.stream().filter(server -> server.startsWith(only)).toList();
  }

  private void underLoad() throws IOException, InterruptedException {
    System.out.printf(
        "%n%-9s%-13s%12s%12s%10s%10s%10s%10s%12s%12s%n",
        "server",
        "load",
        "",
        "writes/s",
        "p50 ms",
        "p99.9 ms",
        "max ms",
        "save s",
        "before MB",
        "peak more");
    for (String server : servers()) {
      underLoad(server, false);
      underLoad(server, true);
    }
  }

  // ---------------------------------------------------------------- files

  /** The file that Redis makes is loaded and saved by each server. */
  private void files() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("snapshot");
    try {
      try (Server redis = new Server(SERVERS.getLast(), directory)) {
        redis.fill(fileKeys, SnapshotCost::mixed);
        redis.ask("SAVE");
      }
      Path file = directory.resolve("dump.rdb");
      System.out.printf(
          "a file of %,d keys, strings and hashes and sets and lists, %,d MB%n",
          fileKeys, Files.size(file) >> 20);
      System.out.printf("%-9s%12s%12s%n", "server", "load s", "save s");
      for (String server : servers()) {
        try (Server started = new Server(server, directory)) {
          long begin = System.nanoTime();
          started.ask("SAVE");
          System.out.printf(
              "%-9s%12.2f%12.2f%n",
              name(server), started.loadSeconds, (System.nanoTime() - begin) / 1e9);
        }
      }
    } finally {
      delete(directory);
    }
  }

  private static String mixed(int key) {
    return switch (key % 10) {
      case 0 -> "HSET h:" + key + " name " + key + " mail a" + key + "@b.cd";
      case 1 -> "SADD s:" + key + " " + key + " " + (key + 1) + " " + (key + 2);
      case 2 -> "RPUSH l:" + key + " a b " + key;
      case 3 -> "SET i:" + key + " " + key;
      case 4 -> "SET t:" + key + " soon EX 1000000";
      default -> "SET k:" + key + " " + VALUE;
    };
  }

  // ---------------------------------------------------------------- under load

  private void underLoad(String command, boolean hasLargeSet)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("snapshot");
    try (Server server = new Server(command, directory)) {
      server.fill(keys, key -> "SET key:" + key + " " + VALUE);
      if (hasLargeSet) {
        server.fill(MEMBERS, member -> "ZADD large " + member + " member:" + member);
      }
      load(server, hasLargeSet, 2);
      Writers.Times without = load(server, hasLargeSet, seconds);
      print(command, hasLargeSet, "without", without, seconds, "");
      long before = server.memoryBytes();
      long peak = before;
      try (Writers writers = start(server, hasLargeSet)) {
        long begin = System.nanoTime();
        server.ask("BGSAVE");
        while (server.info("rdb_bgsave_in_progress").equals("1")) {
          peak = Math.max(peak, server.memoryBytes());
          TimeUnit.MILLISECONDS.sleep(100);
        }
        double took = (System.nanoTime() - begin) / 1e9;
        print(
            command,
            hasLargeSet,
            "with",
            writers.end(),
            took,
            "%10.1f%,12d%,9d MB".formatted(took, before >> 20, peak - before >> 20));
      }
    } finally {
      delete(directory);
    }
  }

  private Writers start(Server server, boolean hasLargeSet) {
    Writers writers = new Writers();
    writers.start(threads, server.port, random -> "SET key:" + random.nextInt(keys) + " " + VALUE);
    if (hasLargeSet) {
      writers.start(
          1,
          server.port,
          random -> "ZADD large " + random.nextInt(MEMBERS) + " member:" + random.nextInt(MEMBERS));
    }
    return writers;
  }

  private Writers.Times load(Server server, boolean hasLargeSet, int length)
      throws InterruptedException {
    try (Writers writers = start(server, hasLargeSet)) {
      TimeUnit.SECONDS.sleep(length);
      return writers.end();
    }
  }

  private static void print(
      String command,
      boolean hasLargeSet,
      String which,
      Writers.Times times,
      double took,
      String more) {
    System.out.printf(
        "%-9s%-13s%12s%,12.0f%10.3f%10.3f%10.1f%s%n",
        name(command),
        hasLargeSet ? "SET and ZADD" : "SET",
        which,
        times.requests() / took,
        times.p50Millis(),
        times.p999Millis(),
        times.maxMillis(),
        more);
  }

  private static String name(String command) {
    return command.substring(0, command.indexOf('='));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  /** A server that was started to be measured, and a connection to it. */
  private static final class Server implements AutoCloseable {
    final int port;
    final double loadSeconds;
    private final Process process;
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    Server(String command, Path directory) throws IOException, InterruptedException {
      port = Loopback.freePort();
      String line =
          command
              .substring(command.indexOf('=') + 1)
              .replace("{port}", Integer.toString(port))
              .replace("{dir}", directory.toString());
      process =
          new ProcessBuilder("sh", "-c", "exec " + line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      socket = connect();
      out = socket.getOutputStream();
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      long begin = System.nanoTime();
      while (!ask("PING").equals("+PONG")) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      loadSeconds = (System.nanoTime() - begin) / 1e9;
    }

    private Socket connect() throws IOException, InterruptedException {
      while (true) {
        try {
          Socket made = new Socket(InetAddress.getLoopbackAddress(), port);
          made.setTcpNoDelay(true);
          return made;
        } catch (IOException notYet) {
          if (!process.isAlive()) {
            throw notYet;
          }
          TimeUnit.MILLISECONDS.sleep(5);
        }
      }
    }

    /** Sends a request; answers the first line of the reply. */
    String ask(String request) throws IOException {
      out.write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return Loopback.line(in);
    }

    String info(String field) throws IOException {
      int length = Integer.parseInt(ask("INFO persistence").substring(1));
      String text = new String(in.readNBytes(length + 2), StandardCharsets.ISO_8859_1);
      return text.replaceAll("(?s).*\\n" + field + ":([^\\r]*).*", "$1");
    }

    void fill(int count, Function<Integer, String> request)
        throws IOException, InterruptedException {
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      StringBuilder chunk = new StringBuilder();
                      for (int i = 0; i < count; i++) {
                        chunk.append(request.apply(i)).append("\r\n");
                        if (chunk.length() > 1 << 16 || i == count - 1) {
                          out.write(chunk.toString().getBytes(StandardCharsets.ISO_8859_1));
                          chunk.setLength(0);
                        }
                      }
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      for (int i = 0; i < count; i++) {
        if (Loopback.line(in).startsWith("-")) {
          throw new IOException("a request was refused");
        }
      }
      writer.join();
    }

    /** What the server and its children take, each shared page counted once. */
    long memoryBytes() throws IOException {
      long sum = 0;
      for (ProcessHandle handle :
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
        try {
          for (String text :
              Files.readAllLines(Path.of("/proc/" + handle.pid() + "/smaps_rollup"))) {
            if (text.startsWith("Pss:")) {
              sum += Long.parseLong(text.replaceAll("\\D", "")) << 10;
            }
          }
        } catch (IOException ended) {
          continue;
        }
      }
      return sum;
    }

    @Override
    public void close() throws IOException {
      socket.close();
      process.destroy();
      process.onExit().join();
    }
  }
}
