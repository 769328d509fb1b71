package io.jacinth.persistence.crash;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, that ends by SIGKILL. */
final class ServerUnderFire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final long POLL_NANOS = 20_000_000;

  private final Process process;
  private final Path log;
  private final InetSocketAddress address;

  private ServerUnderFire(Process process, Path log, InetSocketAddress address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** Begins to start a server; it may not yet answer. */
  static ServerUnderFire launch(Path directory, List<String> arguments) {
    return launch(directory, List.of(), arguments);
  }

  /** The same, where no file may grow beyond so many kilobytes: what a full disk looks like. */
  static ServerUnderFire launchWithin(int kilobytes, Path directory, List<String> arguments) {
    String limited = "ulimit -f " + 2 * kilobytes + " && exec \"$0\" \"$@\"";
    return launch(directory, List.of("sh", "-c", limited), arguments);
  }

  private static ServerUnderFire launch(
      Path directory, List<String> shell, List<String> arguments) {
    try {
      int port = freePort();
      Path log = directory.resolve("log");
      List<String> line = new ArrayList<>(shell);
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
      line.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
      line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.jacinth.server.Main"));
      line.addAll(List.of("--port", Integer.toString(port), "--dir", directory.toString()));
      line.addAll(arguments);
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      InetAddress here = InetAddress.getLoopbackAddress();
      return new ServerUnderFire(process, log, new InetSocketAddress(here, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  RespConnection connect() {
    return RespConnection.connect(address, PATIENCE);
  }

  /** Waits until it has loaded its data. */
  void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        throw new IllegalStateException("the server does not start:\n" + log());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean answers() {
    try (RespConnection connection = connect()) {
      return connection.send("PING").toString().contains("PONG");
    } catch (RespException | UncheckedIOException e) {
      return false;
    }
  }

  /** All that was logged so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
