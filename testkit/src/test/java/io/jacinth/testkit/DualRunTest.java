package io.jacinth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
    server.send("GET", "k").expectNil().expectRaw("$-1\r\n");
    server.send("SET", "k", "v").expect("OK");
  }

  @Test
  void opensFurtherConnections(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    server.connect().send("GET", "k").expect("v");
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
  @JacinthOnly("the test moves the clock")
  void movesTheClockWhereItCan(TestServer server) {
    assertThat(server.hasManualClock()).isTrue();
    server.send("SET", "k", "v", "PX", 100).expect("OK");
    server.advance(Duration.ofMillis(99));
    server.send("GET", "k").expect("v");
    server.advance(Duration.ofMillis(1));
    server.send("GET", "k").expectNil();
  }

  @Test
  @Since("99.0")
  void leavesOutWhatTheServerIsTooOldFor(TestServer server) {
    assertThat(server.name()).isEqualTo("jacinth");
  }
}
