package io.jacinth.testkit;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import io.jacinth.client.RespText;
import io.jacinth.client.RespValue;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** One client connection of a test, with replies that can be asserted on. */
public final class TestConnection implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final RespConnection connection;
  private final String serverName;
  private final Queue<String> unanswered = new ArrayDeque<>();

  private TestConnection(RespConnection connection, String serverName) {
    this.connection = connection;
    this.serverName = serverName;
  }

  /** Opens a connection that its caller closes. */
  public static TestConnection open(RunningServer server) {
    return new TestConnection(RespConnection.connect(server.address(), TIMEOUT), server.name());
  }

  /** Opens a connection, which its caller closes, to a server that a test has started itself. */
  public static TestConnection open(InetSocketAddress address) {
    return new TestConnection(RespConnection.connect(address, TIMEOUT), address.toString());
  }

  /**
   * Sends a request and waits for its reply.
   *
   * @param arguments a {@code byte[]} as it is, anything else as its text in UTF-8
   */
  public Reply send(Object... arguments) {
    write(arguments);
    return read();
  }

  /** Adds a request to a pipeline, which {@link #read} or {@link #flush} sends. */
  public TestConnection write(Object... arguments) {
    unanswered.add(describe(arguments));
    connection.write(Stream.of(arguments).map(TestConnection::bytes).toArray(byte[][]::new));
    return this;
  }

  /** Adds bytes as they are: inline commands, pieces of a request, garbage. */
  public TestConnection writeRaw(String bytes) {
    return writeRaw(bytes.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes as they are: inline commands, pieces of a request, garbage. */
  public TestConnection writeRaw(byte[] bytes) {
    unanswered.add(RespText.quote(bytes));
    connection.writeRaw(bytes);
    return this;
  }

  /** Sends what was written, without waiting for a reply. */
  public TestConnection flush() {
    connection.flush();
    return this;
  }

  /** Sends what was written and waits for the next reply. */
  public Reply read() {
    byte[] wire = connection.readRaw();
    String request = unanswered.isEmpty() ? "an earlier request" : unanswered.remove();
    return new Reply(wire, request + " on " + serverName);
  }

  /** Waits for the next push message of RESP3. */
  public Reply readPush() {
    RespValue push = connection.readPush();
    return new Reply(push, "push message on " + serverName);
  }

  /** Asks for a reply and fails where a push message has come before it. */
  public void expectNoPush() {
    send("PING");
    RespValue push = connection.pollPush();
    if (push != null) {
      throw new AssertionFailedError("no push message should have come, but got " + push);
    }
  }

  /** Waits until the server closes this connection; a further reply is a failure. */
  public void expectClosed() {
    try {
      Reply reply = read();
      throw new AssertionFailedError("the connection should be closed, but got " + reply);
    } catch (RespException.ConnectionLost closed) {
      unanswered.clear();
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  private static byte[] bytes(Object argument) {
    return argument instanceof byte[] bytes
        ? bytes
        : argument.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String describe(Object... arguments) {
    StringJoiner line = new StringJoiner(" ");
    for (Object argument : arguments) {
      String text = RespText.quote(bytes(argument));
      boolean plain = text.matches("\"[\\w:.{}+-]+\"");
      line.add(plain ? text.substring(1, text.length() - 1) : text);
    }
    return line.toString();
  }
}
