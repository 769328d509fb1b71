package io.jacinth.benchmarks.compare;

import io.jacinth.benchmarks.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that was started to be measured, with whatever processes it started in turn. It ends
 * with {@link #close} or, when this program is interrupted, with the program.
 */
final class ServerProcess implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Set<ServerProcess> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ServerProcess::close)));
  }

  final int port;
  final Duration timeToFirstPong;
  private final Process process;
  private final Path folder;
  private final Path log;

  private ServerProcess(Process process, int port, Path folder, Path log, long startNanos)
      throws IOException, InterruptedException {
    this.process = process;
    this.port = port;
    this.folder = folder;
    this.log = log;
    RUNNING.add(this);
    try {
      awaitPong(startNanos);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
    this.timeToFirstPong = Duration.ofNanos(System.nanoTime() - startNanos);
  }

  static ServerProcess start(ServerSpec spec, Options options)
      throws IOException, InterruptedException {
    int port = Loopback.freePort();
    Path log = Files.createTempFile("compare-" + spec.name(), ".log");
    Path folder = Files.createTempDirectory("compare-" + spec.name());
    String commandLine = "exec " + options.serverPrefix() + spec.commandLine(port, folder);
    long startNanos = System.nanoTime();
    Process process =
        new ProcessBuilder("sh", "-c", commandLine)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new ServerProcess(process, port, folder, log, startNanos);
  }

  /** User and system time of all its processes so far, in seconds. */
  double cpuSeconds() throws IOException {
    double seconds = 0;
    for (ProcessHandle handle : tree()) {
      seconds += ProcFile.cpuSeconds(handle.pid());
    }
    return seconds;
  }

  /** The resident memory of all its processes. */
  long residentBytes() throws IOException {
    long bytes = 0;
    for (ProcessHandle handle : tree()) {
      bytes += ProcFile.residentBytes(handle.pid());
    }
    return bytes;
  }

  /**
   * Waits until the resident memory stays as it is for a second: what runs in the background has
   * ended.
   */
  long settledResidentBytes() throws IOException, InterruptedException {
    long before = residentBytes();
    for (int i = 0; i < 30; i++) {
      TimeUnit.SECONDS.sleep(1);
      long now = residentBytes();
      if (Math.abs(now - before) < now / 500) {
        return now;
      }
      before = now;
    }
    return before;
  }

  List<ProcessHandle> tree() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    List<ProcessHandle> all = tree();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(10, TimeUnit.SECONDS);
      } catch (Exception tooSlow) {
        handle.destroyForcibly();
      }
    }
    RUNNING.remove(this);
    log.toFile().delete();
    if (Files.exists(folder)) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }

  private void awaitPong(long startNanos) throws IOException, InterruptedException {
    while (!pongs()) {
      if (!process.isAlive()) {
        throw new IOException("the server ended at its start:\n" + log());
      }
      if (System.nanoTime() - startNanos > LONGEST_START.toNanos()) {
        throw new IOException("no PONG within " + LONGEST_START + ":\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private boolean pongs() {
    try (Wire wire = new Wire(port)) {
      return wire.ask("PING").equals("+PONG");
    } catch (IOException notYet) {
      return false;
    }
  }
}
