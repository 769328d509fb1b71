package io.jacinth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The dual run itself, on commands that every server has. */
@DualRun
class DualRunTest {

  @Test
  void answersPing(TestServer server) {
    server.send("PING").expectSimple("PONG");
    server.send("PING", "hello").expectBulk("hello").expectRaw("$5\r\nhello\r\n");
  }

  @Test
  void findsNothingOfTheTestBefore(TestServer server) {
    startsCleanAndLeavesTraces(server);
  }

  @Test
  void findsNothingOfTheOtherTestBefore(TestServer server) {
    startsCleanAndLeavesTraces(server);
  }

  private static void startsCleanAndLeavesTraces(TestServer server) {
    server.send("DBSIZE").expectInteger(0);
    server.send("CONFIG", "GET", "requirepass").expectArray("requirepass", "");
    server.send("SET", "k", "v").expect("OK");
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    server.connect().send("DBSIZE").expectErrorStarting("NOAUTH ");
  }

  @Test
  void opensConnectionsOfTheirOwnState(TestServer server) {
    TestConnection other = server.connect();
    other.send("SELECT", 3).expect("OK");
    other.send("SET", "k", "three").expect("OK");
    server.send("GET", "k").expectNil().expectRaw("$-1\r\n");
    server.resp3().send("GET", "k").expectNil().expectRaw("_\r\n");
    other.send("GET", "k").expect("three");
  }

  @Test
  void pipelines(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("SET", "n", 41).write("INCR", "n").writeRaw("GET n\r\n");
    connection.read().expect("OK");
    connection.read().expectInteger(42);
    connection.read().expectBulk("42");
  }

  @Test
  void seesTheServerClose(TestServer server) {
    server.connect().writeRaw("QUIT\r\n").read().expect("OK");
    TestConnection connection = server.connect();
    connection.send("QUIT").expect("OK");
    connection.expectClosed();
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void movesTheClockWhereItCan(TestServer server) {
    assertThat(server.hasManualClock()).isTrue();
  }

  @Test
  @Since("99.0")
  void leavesOutWhatTheServerIsTooOldFor(TestServer server) {
    assertThat(server.version()).isGreaterThanOrEqualTo(Version.parse("99"));
  }
}
