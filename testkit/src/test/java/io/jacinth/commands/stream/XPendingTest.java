package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XPENDING. */
@DualRun
class XPendingTest {
  @Test
  void summarizes(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XPENDING", "s", "g")
        .expectArray(0, Expectation.nil(), Expectation.nil(), Expectation.nil());
    server
        .send("XREADGROUP", "GROUP", "g", "bob", "COUNT", "1", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("1-0", List.of("f", "1")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "2", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("2-0", List.of("f", "2")), List.of("3-0", List.of("f", "3")))));
    server
        .send("XPENDING", "s", "g")
        .expectArray(3, "1-0", "3-0", List.of(List.of("alice", "2"), List.of("bob", "1")));
    server.send("XPENDING", "s", "g", "-", "+", "0").expectArray();
    server.send("XPENDING", "s", "g", "-", "+", "-1").expectArray();
    server.send("XPENDING", "s", "g", "-", "+", "10", "none").expectArray();
    server.send("XPENDING", "s", "g", "IDLE", "100000000", "-", "+", "10").expectArray();
    server.send("XPENDING", "s", "g", "(3", "+", "10").expectArray();
    server.send("XPENDING", "s", "g", "4", "+", "10").expectArray();
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XPENDING", "s")
        .expectError("ERR wrong number of arguments for 'xpending' command");
    server.send("XPENDING", "s", "g", "-").expectError("ERR syntax error");
    server.send("XPENDING", "s", "g", "-", "+").expectError("ERR syntax error");
    server
        .send("XPENDING", "s", "g", "-", "+", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XPENDING", "s", "g", "x", "+", "1")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XPENDING", "s", "g", "-", "x", "1")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XPENDING", "s", "g", "-", "(0-0", "1")
        .expectError("ERR invalid end ID for the interval");
    server
        .send("XPENDING", "s", "g", "(18446744073709551615-18446744073709551615", "+", "1")
        .expectError("ERR invalid start ID for the interval");
    server
        .send("XPENDING", "s", "g", "IDLE", "x", "-", "+", "1")
        .expectError("ERR value is not an integer or out of range");
    server.send("XPENDING", "s", "g", "IDLE", "1", "-", "+").expectError("ERR syntax error");
    server
        .send("XPENDING", "s", "g", "IDLE", "1", "-", "+", "1", "c", "extra")
        .expectError("ERR syntax error");
    server
        .send("XPENDING", "none", "g")
        .expectError("NOGROUP No such key 'none' or consumer group 'g'");
    server
        .send("XPENDING", "s", "none")
        .expectError("NOGROUP No such key 's' or consumer group 'none'");
    server
        .send("XPENDING", "none", "g", "-", "+", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XPENDING", "k", "g")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void answersEntriesWithTheirIdleTime(TestServer server) {
    for (int i = 1; i <= 4; i++) {
      server.send("XADD", "s", i, "f", "v").expectBulk(i + "-0");
    }
    server.send("XGROUP", "CREATE", "s", "g", 0).expect("OK");
    server.send("XREADGROUP", "GROUP", "g", "a", "COUNT", 2, "STREAMS", "s", ">");
    server.advance(Duration.ofMillis(10));
    server.send("XREADGROUP", "GROUP", "g", "b", "STREAMS", "s", ">");
    server.send("XREADGROUP", "GROUP", "g", "a", "STREAMS", "s", "1");
    server.advance(Duration.ofMillis(5));
    server
        .send("XPENDING", "s", "g", "-", "+", 3)
        .expectArray(
            List.of("1-0", "a", 15, 1), List.of("2-0", "a", 5, 2), List.of("3-0", "b", 5, 1));
    server
        .send("XPENDING", "s", "g", "2", "+", 9, "b")
        .expectArray(List.of("3-0", "b", 5, 1), List.of("4-0", "b", 5, 1));
    server
        .send("XPENDING", "s", "g", "IDLE", 6, "-", "+", 9)
        .expectArray(List.of("1-0", "a", 15, 1));
    server.send("XPENDING", "s", "g", "IDLE", 6, "-", "+", 9, "b").expectArray();
  }
}
