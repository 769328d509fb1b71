package io.jacinth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What a test gets, against a server that is known to be right. */
@SuppressWarnings("NullAway.Init") // without redis-server no test runs
class TestServerTest {

  private final SharedRedis redis = new SharedRedis();
  private TestServer server;

  @BeforeEach
  void takeServer() {
    assumeThat(redis.absence()).isEmpty();
    server = new TestServer(redis.take());
  }

  @AfterEach
  void giveServerBack() {
    if (redis.absence().isEmpty()) {
      server.close();
      redis.giveBack(server.running());
      server.running().close();
    }
  }

  @Test
  void opensConnectionsOfTheirOwnState() {
    TestConnection other = server.connect();
    other.send("SELECT", 3).expect("OK");
    other.send("SET", "k", "three").expect("OK");
    server.send("GET", "k").expectNil().expectRaw("$-1\r\n");
    server.resp3().send("GET", "k").expectNil().expectRaw("_\r\n");
    other.send("GET", "k").expect("three");
  }

  @Test
  void readsPushMessages() {
    TestConnection subscriber = server.resp3();
    subscriber.write("SUBSCRIBE", "news").flush();
    subscriber.readPush().expectArray("subscribe", "news", 1);
    server.send("PUBLISH", "news", "hello").expectInteger(1);
    subscriber.readPush().expectArray("message", "news", "hello");
  }

  @Test
  void seesTheServerClose() {
    TestConnection connection = server.connect();
    connection.send("QUIT").expect("OK");
    connection.expectClosed();
    TestConnection open = server.connect();
    open.write("PING");
    assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(open::expectClosed);
  }

  @Test
  void leavesNoTraceOfATest() {
    server.send("SET", "k", "v").expect("OK");
    server.send("CONFIG", "SET", "requirepass", "secret", "maxmemory", "100mb").expect("OK");
    server.connect().send("DBSIZE").expectErrorStarting("NOAUTH ");
    server.send("CLIENT", "KILL", "TYPE", "normal").expectIntegerBetween(1, 10);
    server.send("CONFIG", "SET", "requirepass", "").expect("OK");

    redis.giveBack(server.running());

    server.connect().send("DBSIZE").expectInteger(0);
    server.connect().send("CONFIG", "GET", "maxmemory").expectArray("maxmemory", "0");
  }

  @Test
  void cannotMoveAnotherServersClock() {
    assertThat(server.hasManualClock()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> server.advance(Duration.ofMillis(1)));
  }
}
