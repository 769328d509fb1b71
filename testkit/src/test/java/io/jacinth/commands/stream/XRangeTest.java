package io.jacinth.commands.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XRANGE. */
@DualRun
class XRangeTest {
  @Test
  void answersEntries(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("1-0", List.of("f", "1")),
            List.of("2-0", List.of("f", "2")),
            List.of("3-0", List.of("f", "3")),
            List.of("4-0", List.of("f", "4")),
            List.of("5-0", List.of("f", "5")),
            List.of("6-0", List.of("f", "6")));
    server
        .send("XRANGE", "s", "2", "4")
        .expectArray(
            List.of("2-0", List.of("f", "2")),
            List.of("3-0", List.of("f", "3")),
            List.of("4-0", List.of("f", "4")));
    server
        .send("XRANGE", "s", "2", "4", "COUNT", "2")
        .expectArray(List.of("2-0", List.of("f", "2")), List.of("3-0", List.of("f", "3")));
    server
        .send("XRANGE", "s", "(2", "(4")
        .expectArray(List.of("3-0", List.of("f", "3")), List.of("4-0", List.of("f", "4")));
    server.send("XRANGE", "s", "2-1", "3").expectArray(List.of("3-0", List.of("f", "3")));
    server.send("XRANGE", "s", "9", "+").expectArray();
    server.send("XRANGE", "s", "5", "2").expectArray();
    server
        .send("XRANGE", "s", "-", "+", "COUNT", "1")
        .expectArray(List.of("1-0", List.of("f", "1")));
    server.send("XRANGE", "s", "-", "+", "count", "-5").expectNil();
    server.send("XRANGE", "s", "-", "+", "COUNT", "0").expectNil();
    server
        .send("XRANGE", "s", "-", "+", "COUNT", "1", "COUNT", "3")
        .expectArray(
            List.of("1-0", List.of("f", "1")),
            List.of("2-0", List.of("f", "2")),
            List.of("3-0", List.of("f", "3")));
    server.send("XRANGE", "none", "-", "+").expectArray();
    server.send("XRANGE", "none", "-", "+", "COUNT", "0").expectArray();
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XRANGE", "s").expectError("ERR wrong number of arguments for 'xrange' command");
    server
        .send("XRANGE", "s", "-")
        .expectError("ERR wrong number of arguments for 'xrange' command");
    server
        .send("XRANGE", "s", "x", "+")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "s", "-", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "s", "(x", "+")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "s", "(-", "+")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "s", "(", "+")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "s", "(18446744073709551615-18446744073709551615", "+")
        .expectError("ERR invalid start ID for the interval");
    server.send("XRANGE", "s", "-", "(0-0").expectError("ERR invalid end ID for the interval");
    server.send("XRANGE", "s", "-", "+", "COUNT").expectError("ERR syntax error");
    server
        .send("XRANGE", "s", "-", "+", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("XRANGE", "s", "-", "+", "FOO", "1").expectError("ERR syntax error");
    server.send("XRANGE", "s", "-", "+", "COUNT", "1", "FOO").expectError("ERR syntax error");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XRANGE", "k", "x", "+")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XRANGE", "k", "-", "+")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void findsEveryRangeOverManyNodes(TestServer server) {
    server.send("CONFIG", "SET", "stream-node-max-entries", 4).expect("OK");
    for (int i = 0; i < 40; i++) {
      server.send("XADD", "s", i / 3 + 1 + "-" + (i % 3 + 1), "f", i);
    }
    server.send("XDEL", "s", "2-1", "2-2", "2-3", "5-2", "14-1").expectInteger(5);
    for (int from = 0; from <= 15; from++) {
      for (int to = 0; to <= 15; to++) {
        List<RespValue> forward = server.send("XRANGE", "s", from, to).elements();
        List<RespValue> backward = server.send("XREVRANGE", "s", to, from).elements();
        assertThat(backward).isEqualTo(forward.reversed());
        assertThat(forward).hasSize(expected(from, to));
      }
    }
    server.send("CONFIG", "SET", "stream-node-max-entries", 100).expect("OK");
  }

  private static int expected(int from, int to) {
    int count = 0;
    for (int i = 0; i < 39; i++) {
      int millis = i / 3 + 1;
      boolean isDeleted = millis == 2 || (millis == 5 && i % 3 == 1);
      count += !isDeleted && millis >= from && millis <= to ? 1 : 0;
    }
    return count;
  }
}
