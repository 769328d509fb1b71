package io.jacinth.protocol;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that break the protocol: the error, then the end of that connection and of no other. */
@DualRun
class ProtocolErrorTest {
  private static Arguments broken(String bytes, String error) {
    return Arguments.of(bytes, error);
  }

  static Stream<Arguments> brokenRequests() {
    return Stream.of(
        broken("*x\r\n", "invalid multibulk length"),
        broken("*+1\r\n$4\r\nPING\r\n", "invalid multibulk length"),
        broken("*01\r\n$4\r\nPING\r\n", "invalid multibulk length"),
        broken("*2147483648\r\n", "invalid multibulk length"),
        broken("*99999999999999999999\r\n", "invalid multibulk length"),
        broken("*1\r\n:1\r\n", "expected '$', got ':'"),
        broken("*1\r\nPING\r\n", "expected '$', got 'P'"),
        broken("*1\r\n$-1\r\n", "invalid bulk length"),
        broken("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$-5\r\n", "invalid bulk length"),
        broken("*1\r\n$x\r\n", "invalid bulk length"),
        broken("*1\r\n$\r\n", "invalid bulk length"),
        broken("*1\r\n$536870913\r\n", "invalid bulk length"),
        broken("*1\r\n$99999999999999999999\r\n", "invalid bulk length"),
        broken("*" + "1".repeat(70 * 1024), "too big mbulk count string"),
        broken("*1\r\n$" + "1".repeat(70 * 1024), "too big bulk count string"),
        broken("x".repeat(64 * 1024 + 10), "too big inline request"),
        broken("SET k \"abc\r\n", "unbalanced quotes in request"),
        broken("SET k 'abc\r\n", "unbalanced quotes in request"),
        broken("SET k \"a\"b\r\n", "unbalanced quotes in request"));
  }

  @ParameterizedTest
  @MethodSource("brokenRequests")
  void isAnsweredAndEndsTheConnection(String bytes, String error, TestServer server) {
    TestConnection connection = server.connect();
    connection.writeRaw(bytes).read().expectError("ERR Protocol error: " + error);
    connection.expectClosed();
    server.send("PING").expect("PONG");
  }

  @Test
  void answersWhatCameBefore(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("SET", "k", "v").write("GET", "k").writeRaw("*1\r\n$-1\r\n");
    connection.read().expect("OK");
    connection.read().expectBulk("v");
    connection.read().expectErrorStarting("ERR Protocol error: invalid bulk length");
    connection.expectClosed();
  }

  @Test
  @JacinthOnly("Redis leaves such a connection open, but reads nothing more from it")
  void isSilentWhereTheClientWantsNoReplies(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "OFF").writeRaw("*1\r\n$-1\r\n");
    connection.expectClosed();
  }

  @Test
  @JacinthOnly("Redis leaves such a connection open, but reads nothing more from it")
  void isSkippedAsAReplyIs(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "SKIP").writeRaw("*1\r\n$-1\r\n");
    connection.expectClosed();
  }

  @Test
  void doesNotRunWhatComesAfter(TestServer server) {
    TestConnection connection = server.connect();
    connection.writeRaw("*1\r\n$-1\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n");
    connection.read().expectErrorStarting("ERR Protocol error: ");
    connection.expectClosed();
    server.send("GET", "k").expectNil();
  }

  @Test
  void emptyRequestsAreNoRequests(TestServer server) {
    TestConnection connection = server.connect();
    connection.writeRaw("\r\n\n*0\r\n*-1\r\n*-5\r\n").write("PING").read().expectSimple("PONG");
  }

  @Test
  void garbageIsAnUnknownCommand(TestServer server) {
    TestConnection connection = server.connect();
    connection
        .writeRaw(new byte[] {(byte) 0xFF, (byte) 0xFE, 7, '\r', '\n'})
        .read()
        .expectErrorStarting("ERR unknown command '");
    connection.send("PING").expect("PONG");
  }

  @Test
  void limitsWhoHasNotLoggedIn(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection many = server.connect();
    many.writeRaw("*11\r\n")
        .read()
        .expectError("ERR Protocol error: unauthenticated multibulk length");
    many.expectClosed();
    TestConnection large = server.connect();
    large
        .writeRaw("*2\r\n$4\r\nAUTH\r\n$16385\r\n")
        .read()
        .expectError("ERR Protocol error: unauthenticated bulk length");
    large.expectClosed();
    TestConnection good = server.connect();
    good.send("AUTH", "secret").expect("OK");
    good.send("ECHO", "x".repeat(20_000)).expectBulk("x".repeat(20_000));
  }

  @Test
  void limitsAreLiftedWithinAPipeline(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection connection = server.connect();
    connection.write("AUTH", "secret").write("ECHO", "x".repeat(20_000));
    connection.read().expect("OK");
    connection.read().expectBulk("x".repeat(20_000));
  }

  @Test
  void closesConnectionsOfWebPages(TestServer server) {
    for (String line : new String[] {"POST / HTTP/1.1\r\n", "Host: localhost\r\n"}) {
      TestConnection connection = server.connect();
      connection.writeRaw(line + "SET k v\r\n").expectClosed();
    }
    server.send("GET", "k").expectNil();
    server.send("GET", "/", "HTTP/1.1").expectErrorStarting("ERR wrong number of arguments");
  }
}
