package io.jacinth.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test speaks to: a server as one test sees it, empty at the test's start and with
 * connections that end with the test. {@code server.send("SET", "k", "v").expect("OK")}.
 */
public final class TestServer implements AutoCloseable {

  private final RunningServer server;
  private final List<TestConnection> connections = new ArrayList<>();
  private @Nullable TestConnection first;

  TestServer(RunningServer server) {
    this.server = server;
  }

  /**
   * Sends a request over the test's first connection, in RESP2; see {@link TestConnection#send}.
   */
  public Reply send(Object... arguments) {
    if (first == null) {
      first = connect();
    }
    return first.send(arguments);
  }

  /** A further connection, in RESP2. */
  public TestConnection connect() {
    TestConnection connection = TestConnection.open(server);
    connections.add(connection);
    return connection;
  }

  /** A further connection, switched to RESP3. */
  public TestConnection resp3() {
    TestConnection connection = connect();
    connection.send("HELLO", "3").expectMap();
    return connection;
  }

  /** How reports name the server: {@code jacinth}, {@code redis 7.0.15}. */
  public String name() {
    return server.name();
  }

  /** The version of Redis whose behaviour may be expected. */
  public Version version() {
    return server.version();
  }

  /** The port on the loopback address, for clients of other makes. */
  public int port() {
    return server.address().getPort();
  }

  /** Whether {@link #advance} works; a test that needs it is {@link JacinthOnly}. */
  public boolean hasManualClock() {
    return server.hasManualClock();
  }

  /** Moves the server's time forward. */
  public void advance(Duration step) {
    server.advance(step);
  }

  RunningServer running() {
    return server;
  }

  @Override
  public void close() {
    connections.forEach(TestConnection::close);
  }
}
