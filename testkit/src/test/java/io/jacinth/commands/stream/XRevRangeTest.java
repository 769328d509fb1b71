package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XREVRANGE. */
@DualRun
class XRevRangeTest {
  @Test
  void answersEntriesBackwards(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server
        .send("XREVRANGE", "s", "+", "-")
        .expectArray(
            List.of("6-0", List.of("f", "6")),
            List.of("5-0", List.of("f", "5")),
            List.of("4-0", List.of("f", "4")),
            List.of("3-0", List.of("f", "3")),
            List.of("2-0", List.of("f", "2")),
            List.of("1-0", List.of("f", "1")));
    server
        .send("XREVRANGE", "s", "4", "2")
        .expectArray(
            List.of("4-0", List.of("f", "4")),
            List.of("3-0", List.of("f", "3")),
            List.of("2-0", List.of("f", "2")));
    server
        .send("XREVRANGE", "s", "+", "-", "COUNT", "2")
        .expectArray(List.of("6-0", List.of("f", "6")), List.of("5-0", List.of("f", "5")));
    server
        .send("XREVRANGE", "s", "(4", "(2")
        .expectArray(List.of("4-0", List.of("f", "4")), List.of("3-0", List.of("f", "3")));
    server.send("XREVRANGE", "s", "2", "4").expectArray();
    server
        .send("XREVRANGE", "s", "3", "-", "COUNT", "1")
        .expectArray(List.of("3-0", List.of("f", "3")));
    server.send("XREVRANGE", "none", "+", "-").expectArray();
    server
        .send("XREVRANGE", "s", "x", "y")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XREVRANGE", "s", "+", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XREVRANGE", "s", "+")
        .expectError("ERR wrong number of arguments for 'xrevrange' command");
  }
}
