package io.jacinth.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A redis-server process of our own, on a free port, in a directory of its own, without
 * persistence. The binary is the one named by the system property {@code jacinth.redis-server},
 * else the first {@code redis-server} on the PATH.
 */
public final class RealRedis implements RunningServer {

  private static final int ATTEMPTS = 5;

  private final Process process;
  private final Path directory;
  private final InetSocketAddress address;
  private final Version version;

  private RealRedis(Process process, Path directory, int port, Version version) {
    this.process = process;
    this.directory = directory;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.version = version;
  }

  /** The redis-server to run; empty where there is none. */
  public static Optional<Path> binary() {
    String named = System.getProperty("jacinth.redis-server");
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "redis-server"));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts a server with further arguments of redis-server's command line; it ends with this JVM at
   * the latest.
   */
  public static RealRedis start(String... arguments) {
    Path binary = binary().orElseThrow(() -> new IllegalStateException(absence()));
    StringBuilder log = new StringBuilder();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<RealRedis> server = tryStart(binary, log, arguments);
      if (server.isPresent()) {
        return server.get();
      }
    }
    throw new IllegalStateException(binary + " does not start:\n" + log);
  }

  /**
   * Starts a server that has nothing but a configuration file.
   *
   * @param port that the file names
   */
  public static RealRedis startWithFile(Path file, int port) {
    Path binary = binary().orElseThrow(() -> new IllegalStateException(absence()));
    StringBuilder log = new StringBuilder();
    try {
      ProcessBuilder command = new ProcessBuilder(binary.toString(), file.toString());
      command.directory(file.resolveSibling("").toFile());
      return tryStart(binary, log, port, Files.createTempDirectory("jacinth-redis"), command)
          .orElseThrow(() -> new IllegalStateException(binary + " does not start:\n" + log));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + binary, e);
    }
  }

  /** What a report says where tests against Redis are skipped. */
  static String absence() {
    return "no redis-server on the PATH: install the package redis-server"
        + " or name the binary with -Djacinth.redis-server=...";
  }

  @Override
  public String name() {
    return "redis " + version;
  }

  @Override
  public Version version() {
    return version;
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public boolean hasManualClock() {
    return false;
  }

  @Override
  public void advance(Duration step) {
    throw new IllegalStateException("the clock of a real redis-server cannot be moved");
  }

  @Override
  public void checkInvariants() {}

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    Directories.delete(directory);
  }

  /**
   * Empty when the server ended before it listened: another program may have taken the port first.
   */
  private static Optional<RealRedis> tryStart(Path binary, StringBuilder log, String... arguments) {
    try {
      int port = freePort();
      Path directory = Files.createTempDirectory("jacinth-redis");
      ProcessBuilder command = new ProcessBuilder(commandLine(binary, port, directory, arguments));
      return tryStart(binary, log, port, directory, command);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + binary, e);
    }
  }

  private static Optional<RealRedis> tryStart(
      Path binary, StringBuilder log, int port, Path directory, ProcessBuilder command)
      throws IOException {
    Process process = command.redirectErrorStream(true).start();
    RealRedis server = new RealRedis(process, directory, port, versionOf(binary));
    if (server.awaitReady(log)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return Optional.of(server);
    }
    server.close();
    return Optional.empty();
  }

  private static List<String> commandLine(
      Path binary, int port, Path directory, String... arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(binary.toString(), "--port", Integer.toString(port)));
    line.addAll(List.of("--bind", "127.0.0.1", "--dir", directory.toString()));
    line.addAll(List.of("--save", "", "--appendonly", "no"));
    line.addAll(List.of("--enable-debug-command", "yes", "--enable-protected-configs", "yes"));
    line.addAll(List.of(arguments));
    return line;
  }

  /** A TCP port that nobody listens on at this moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Version versionOf(Path binary) throws IOException {
    Process process = new ProcessBuilder(binary.toString(), "--version").start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      return Version.parse(output.readLine());
    }
  }

  /**
   * Reads the log up to the line that says so; what follows is read and dropped, so that the pipe
   * never fills.
   */
  private boolean awaitReady(StringBuilder log) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.append(line).append('\n');
      if (line.contains("Ready to accept connections")) {
        Thread.ofVirtual().start(() -> drain(output));
        return true;
      }
    }
    return false;
  }

  private static void drain(BufferedReader output) {
    try (output) {
      while (output.readLine() != null) {}
    } catch (IOException e) {
      // The process ended in the middle of a line: there is no reader left to tell.
    }
  }
}
