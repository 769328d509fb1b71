package io.jacinth.testkit;

import io.jacinth.engine.Clock;
import io.jacinth.engine.SystemClock;
import io.jacinth.server.JacinthServer;
import io.jacinth.server.conf.FatalConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jacinth inside this JVM: its allocators look for misuse, its clock is the test's unless asked
 * otherwise, and its files lie in a directory of its own.
 */
public final class JacinthUnderTest implements RunningServer {

  /** What Jacinth's command set follows. */
  private static final Version FOLLOWED = new Version(7, 2, 0);

  /** Clients come to different loops from the start: more than any test has. */
  private static final String ALL_LOOPS = "128";

  private final JacinthServer server;
  private final Path directory;
  private final @Nullable ManualClock clock;
  private final ByteArrayOutputStream log;

  private JacinthUnderTest(
      JacinthServer server,
      Path directory,
      @Nullable ManualClock clock,
      ByteArrayOutputStream log) {
    this.server = server;
    this.directory = directory;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Starts a server under a {@link ManualClock}, with further arguments of redis-server's command
   * line.
   */
  public static JacinthUnderTest start(String... arguments) {
    ManualClock clock = new ManualClock();
    return start(clock, clock, arguments);
  }

  /**
   * Starts a server whose time passes as everybody's: for comparisons with a server of another
   * kind.
   */
  public static JacinthUnderTest startInRealTime(String... arguments) {
    return start(new SystemClock(), null, arguments);
  }

  private static JacinthUnderTest start(
      Clock clock, @Nullable ManualClock manual, String... arguments) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try {
      Path directory = Files.createTempDirectory("jacinth-test");
      List<String> line = new ArrayList<>(List.of("--dir", directory.toString(), "--save", ""));
      line.addAll(List.of("--io-threads-least", ALL_LOOPS));
      line.addAll(List.of(arguments));
      JacinthServer server =
          JacinthServer.builder()
              .arguments(line)
              .anyPort()
              .clock(clock)
              .checkingAllocator(true)
              .logTo(log)
              .start();
      return new JacinthUnderTest(server, directory, manual, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FatalConfigException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String name() {
    return "jacinth";
  }

  @Override
  public Version version() {
    return FOLLOWED;
  }

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  @Override
  public boolean hasManualClock() {
    return clock != null;
  }

  @Override
  public void advance(Duration step) {
    if (clock == null) {
      throw new IllegalStateException("this server was started in real time");
    }
    clock.advance(step);
  }

  /** Also fails where the log tells of a fault. */
  @Override
  public void checkInvariants() {
    server.checkInvariants();
    String lines = log();
    if (lines.contains("A fault in the server")) {
      throw new IllegalStateException(lines);
    }
  }

  /** What the server has logged so far. */
  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The server itself, for tests that look behind the protocol. */
  public JacinthServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    Directories.delete(directory);
  }
}
