package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XDEL. */
@DualRun
class XDelTest {
  @Test
  void deletesEntries(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server.send("XDEL", "s", "2", "9", "2", "4-0", "4-1").expectInteger(2);
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("1-0", List.of("f", "1")),
            List.of("3-0", List.of("f", "3")),
            List.of("5-0", List.of("f", "5")),
            List.of("6-0", List.of("f", "6")));
    server
        .send("XREVRANGE", "s", "+", "-")
        .expectArray(
            List.of("6-0", List.of("f", "6")),
            List.of("5-0", List.of("f", "5")),
            List.of("3-0", List.of("f", "3")),
            List.of("1-0", List.of("f", "1")));
    server.send("XDEL", "s", "1").expectInteger(1);
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            3,
            "radix-tree-keys",
            1,
            "radix-tree-nodes",
            2,
            "last-generated-id",
            "6-0",
            "max-deleted-entry-id",
            "4-0",
            "entries-added",
            6,
            "recorded-first-entry-id",
            "3-0",
            "groups",
            0,
            "first-entry",
            List.of("3-0", List.of("f", "3")),
            "last-entry",
            List.of("6-0", List.of("f", "6")));
    server.send("XDEL", "s", "3", "5", "6").expectInteger(3);
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            0,
            "radix-tree-keys",
            0,
            "radix-tree-nodes",
            1,
            "last-generated-id",
            "6-0",
            "max-deleted-entry-id",
            "6-0",
            "entries-added",
            6,
            "recorded-first-entry-id",
            "0-0",
            "groups",
            0,
            "first-entry",
            Expectation.nil(),
            "last-entry",
            Expectation.nil());
    server
        .send("XADD", "s", "6", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    server.send("XADD", "s", "7", "f", "v").expectBulk("7-0");
    server.send("XRANGE", "s", "-", "+").expectArray(List.of("7-0", List.of("f", "v")));
  }

  @Test
  void checksTheKeyThenTheIds(TestServer server) {
    server.send("XDEL", "none", "x").expectInteger(0);
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server
        .send("XDEL", "s", "1", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XDEL", "s", "-")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server.send("XLEN", "s").expectInteger(1);
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XDEL", "k", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("XDEL", "s").expectError("ERR wrong number of arguments for 'xdel' command");
  }
}
