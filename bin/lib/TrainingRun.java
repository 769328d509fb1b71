import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The short life of a server that an ahead-of-time cache is recorded from: {@code java
 * TrainingRun.java java -XX:AOTCacheOutput=FILE … -jar SERVER.jar}. Starts the command given with a
 * free port and a file to load, asks for what clients ask for when they connect, runs a second of
 * plain and of pipelined load, and ends the server as a signal does, upon which the JVM writes the
 * cache. The file is made before by a server that is not recorded. Needs nothing but the JDK, since
 * it runs before anything else is built.
 */
final class TrainingRun {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
  private static final Duration PLAIN = Duration.ofMillis(700);
  private static final Duration PIPELINED = Duration.ofMillis(700);

  private static final List<String> GREETINGS =
      List.of(
          "PING",
          "HELLO 3",
          "HELLO 2",
          "CLIENT SETINFO LIB-NAME training",
          "COMMAND DOCS GET",
          "COMMAND",
          "CONFIG GET save",
          "INFO",
          "SELECT 0",
          "DBSIZE",
          "FLUSHALL");

  private static final List<String> ROUND =
      List.of(
          "SET key:%d a-value-of-some-length",
          "GET key:%d",
          "INCR counter:%d",
          "SET volatile:%d value EX 100",
          "MGET key:%1$d volatile:%1$d counter:%1$d",
          "EXPIRE key:%d 100",
          "TTL key:%d",
          "EXISTS key:%d",
          "DEL counter:%d",
          "GET missing:%d",
          "HSET hash:%1$d field:%1$d value",
          "HSET large-hash field:%d value",
          "HGET large-hash field:%d",
          "HGETALL hash:%d",
          "HINCRBY hash:%1$d number %1$d",
          "LPUSH list:%d element",
          "RPUSH large-list element:%d",
          "LRANGE large-list -20 -1",
          "LPOP list:%d",
          "RPOP list:%d",
          "SADD set:%1$d member:%1$d",
          "SADD large-set member:%d",
          "SISMEMBER large-set member:%d",
          "SREM set:%1$d member:%1$d",
          "SPOP large-set",
          "ZADD sorted-set:%1$d %1$d member:%1$d",
          "ZADD large-sorted-set %1$d member:%1$d",
          "ZRANGE large-sorted-set 0 9 WITHSCORES",
          "ZRANGEBYSCORE large-sorted-set %d +inf LIMIT 0 10",
          "ZRANK large-sorted-set member:%d",
          "ZINCRBY large-sorted-set 1 member:%d",
          "ZPOPMIN sorted-set:%d",
          "XADD stream * first %d second value third value",
          "XRANGE stream - + COUNT 10",
          "XREAD COUNT 10 STREAMS stream 0",
          "PFADD loglog:%1$d element:%1$d",
          "SETBIT bits %d 1",
          "GETBIT bits %d",
          "EVAL return(redis.call('INCR',KEYS[1])) 1 counter:%d",
          script(
              "local n = %1$d local function add(a, b) return a + b end local t = {}"
                  + " for i = 1, 10 do t[i] = add(i, n) end redis.call('SET', KEYS[1], #t)"
                  + " if #t > 5 then return table.concat(t, ',') else return 'none' end"));

  /** A request to run a script, whose words are parted by line ends. */
  private static String script(String text) {
    return "EVAL " + text.replace(' ', '\n') + " 1 counter:%1$d";
  }

  /** What the file has: enough of each kind for the loading of it to be seen through. */
  private static final List<String> CONTENT =
      List.of(
          "SET text:%d a-value-of-some-length-that-is-worth-compressing-compressing-compressing",
          "SET number:%1$d %1$d",
          "SET volatile:%d value EX 1000000",
          "HSET hash:%1$d name %1$d mail a%1$d@b.cd",
          "RPUSH list:%1$d a b %1$d",
          "SADD numbers:%1$d %1$d 17 4",
          "SADD members:%1$d m%1$d n o",
          "ZADD scores:%1$d 1 a 2.5 m%1$d");

  private static final int KEYS = 240_000;
  private static final int FILLING_DEPTH = 500;

  private static final String RECORDING = "-XX:AOTCacheOutput=";

  private TrainingRun() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("jacinth-training");
    try {
      List<String> unrecorded =
          Stream.of(command).filter(word -> !word.startsWith(RECORDING)).toList();
      serve(unrecorded, directory, links -> fill(links.getFirst()));
      serve(List.of(command), directory, TrainingRun::train);
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  private static void fill(SocketChannel link) {
    for (int i = 0; i < KEYS; i += FILLING_DEPTH) {
      StringBuilder batch = new StringBuilder();
      for (int key = i; key < i + FILLING_DEPTH; key++) {
        batch.append(request(CONTENT.get(key % CONTENT.size()).formatted(key)));
      }
      exchange(link, batch.toString(), FILLING_DEPTH);
    }
    exchange(link, request("SAVE"), 1);
  }

  private static void train(List<SocketChannel> links) {
    SocketChannel first = links.getFirst();
    while (!answer(first, request("PING")).startsWith("+PONG")) {
      Thread.onSpinWait();
    }
    exchange(first, request("BGSAVE"), 1);
    GREETINGS.forEach(greeting -> exchange(first, request(greeting), 1));
    run(links, 1, PLAIN);
    run(links, 32, PIPELINED);
  }

  /** Starts a server, has it do something by way of two connections, and ends it. */
  private static void serve(
      List<String> command, Path directory, Consumer<List<SocketChannel>> task)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", ""));
    line.addAll(List.of("--dir", directory.toString()));
    Process server =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (SocketChannel first = connect(server, port);
        SocketChannel second = connect(server, port)) {
      task.accept(List.of(first, second));
    } finally {
      server.destroy();
      if (!server.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static SocketChannel connect(Process server, int port)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      try {
        return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException notYet) {
        if (!server.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
          throw notYet;
        }
        Thread.sleep(10);
      }
    }
  }

  private static void run(List<SocketChannel> links, int depth, Duration time) {
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < time.toNanos(); i++) {
      for (SocketChannel link : links) {
        StringBuilder batch = new StringBuilder();
        for (int j = 0; j < depth; j++) {
          batch.append(request(ROUND.get((i + j) % ROUND.size()).formatted((i + j) % 10_000)));
        }
        exchange(link, batch.toString(), depth);
      }
    }
  }

  /** Sends requests and waits for the end of their replies, which a PING behind them marks. */
  private static void exchange(SocketChannel link, String requests, int count) {
    String mark = "end-of-" + count;
    ByteBuffer out =
        ByteBuffer.wrap((requests + request("ECHO " + mark)).getBytes(StandardCharsets.UTF_8));
    byte[] tail = (mark + "\r\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer in = ByteBuffer.allocate(1 << 20);
    try {
      while (out.hasRemaining()) {
        link.write(out);
      }
      while (!endsWith(in, tail)) {
        if (in.remaining() < 1 << 16) {
          keepTail(in, tail.length);
        }
        if (link.read(in) < 0) {
          throw new IOException("the server closed the connection");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one read brings in answer to a request. */
  private static String answer(SocketChannel link, String request) {
    try {
      link.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      ByteBuffer in = ByteBuffer.allocate(256);
      link.read(in);
      return new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsWith(ByteBuffer in, byte[] tail) {
    return in.position() >= tail.length
        && in.slice(in.position() - tail.length, tail.length).equals(ByteBuffer.wrap(tail));
  }

  private static void keepTail(ByteBuffer in, int length) {
    in.limit(in.position()).position(in.position() - length);
    in.compact();
  }

  private static String request(String words) {
    String[] parts = words.split(" ");
    StringBuilder text = new StringBuilder("*" + parts.length + "\r\n");
    for (String part : parts) {
      text.append('$').append(part.length()).append("\r\n").append(part).append("\r\n");
    }
    return text.toString();
  }
}
