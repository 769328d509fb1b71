package io.jacinth.commands.stream;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XINFO STREAM. */
@DualRun
class XInfoStreamTest {
  @Test
  void tellsOfAStream(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            4,
            "radix-tree-keys",
            1,
            "radix-tree-nodes",
            2,
            "last-generated-id",
            "4-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            4,
            "recorded-first-entry-id",
            "1-0",
            "groups",
            1,
            "first-entry",
            List.of("1-0", List.of("f", "1")),
            "last-entry",
            List.of("4-0", List.of("f", "4")));
    server.send("XDEL", "s", "1", "4").expectInteger(2);
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            2,
            "radix-tree-keys",
            1,
            "radix-tree-nodes",
            2,
            "last-generated-id",
            "4-0",
            "max-deleted-entry-id",
            "4-0",
            "entries-added",
            4,
            "recorded-first-entry-id",
            "2-0",
            "groups",
            1,
            "first-entry",
            List.of("2-0", List.of("f", "2")),
            "last-entry",
            List.of("3-0", List.of("f", "3")));
    server.send("XTRIM", "s", "MAXLEN", "0").expectInteger(2);
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
            "4-0",
            "max-deleted-entry-id",
            "4-0",
            "entries-added",
            4,
            "recorded-first-entry-id",
            "0-0",
            "groups",
            1,
            "first-entry",
            Expectation.nil(),
            "last-entry",
            Expectation.nil());
    server.send("XGROUP", "CREATE", "t", "g", "0", "MKSTREAM").expectSimple("OK");
    server
        .send("XINFO", "STREAM", "t")
        .expectArray(
            "length",
            0,
            "radix-tree-keys",
            0,
            "radix-tree-nodes",
            1,
            "last-generated-id",
            "0-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            0,
            "recorded-first-entry-id",
            "0-0",
            "groups",
            1,
            "first-entry",
            Expectation.nil(),
            "last-entry",
            Expectation.nil());
    server
        .send("XINFO", "STREAM", "t", "FULL")
        .expectArray(
            "length",
            0,
            "radix-tree-keys",
            0,
            "radix-tree-nodes",
            1,
            "last-generated-id",
            "0-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            0,
            "recorded-first-entry-id",
            "0-0",
            "entries",
            List.of(),
            "groups",
            List.of(
                List.of(
                    "name",
                    "g",
                    "last-delivered-id",
                    "0-0",
                    "entries-read",
                    Expectation.nil(),
                    "lag",
                    0,
                    "pel-count",
                    0,
                    "pending",
                    List.of(),
                    "consumers",
                    List.of())));
    server
        .send("XINFO", "STREAM", "s", "FULL", "COUNT", "0")
        .expectArray(
            "length",
            0,
            "radix-tree-keys",
            0,
            "radix-tree-nodes",
            1,
            "last-generated-id",
            "4-0",
            "max-deleted-entry-id",
            "4-0",
            "entries-added",
            4,
            "recorded-first-entry-id",
            "0-0",
            "entries",
            List.of(),
            "groups",
            List.of(
                List.of(
                    "name",
                    "g",
                    "last-delivered-id",
                    "0-0",
                    "entries-read",
                    Expectation.nil(),
                    "lag",
                    0,
                    "pel-count",
                    0,
                    "pending",
                    List.of(),
                    "consumers",
                    List.of())));
    server.send("XINFO", "STREAM", "none").expectError("ERR no such key");
    server.send("XINFO", "STREAM", "none", "FOO").expectError("ERR no such key");
    server
        .send("XINFO", "STREAM", "s", "FOO")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.");
    server
        .send("XINFO", "STREAM", "s", "FULL", "COUNT")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.");
    server
        .send("XINFO", "STREAM", "s", "FULL", "FOO", "1")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.");
    server
        .send("XINFO", "STREAM", "s", "FULL", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XINFO", "STREAM", "s", "FULL", "COUNT", "1", "2")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.");
    server
        .send("XINFO", "STREAM")
        .expectError("ERR wrong number of arguments for 'xinfo|stream' command");
    server.send("XINFO").expectError("ERR wrong number of arguments for 'xinfo' command");
    server.send("XINFO", "FOO", "s").expectError("ERR unknown subcommand 'FOO'. Try XINFO HELP.");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XINFO", "STREAM", "k")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void countsTheNodesOfARadixTree(TestServer server) {
    server.send("CONFIG", "SET", "stream-node-max-entries", "1").expectSimple("OK");
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            1,
            "radix-tree-keys",
            1,
            "radix-tree-nodes",
            2,
            "last-generated-id",
            "1-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            1,
            "recorded-first-entry-id",
            "1-0",
            "groups",
            0,
            "first-entry",
            List.of("1-0", List.of("f", "v")),
            "last-entry",
            List.of("1-0", List.of("f", "v")));
    server.send("XADD", "s", "2", "f", "v").expectBulk("2-0");
    server.send("XADD", "s", "2-1", "f", "v").expectBulk("2-1");
    server.send("XADD", "s", "300", "f", "v").expectBulk("300-0");
    server.send("XADD", "s", "300-300", "f", "v").expectBulk("300-300");
    server.send("XADD", "s", "9223372036854775808", "f", "v").expectBulk("9223372036854775808-0");
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            6,
            "radix-tree-keys",
            6,
            "radix-tree-nodes",
            18,
            "last-generated-id",
            "9223372036854775808-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            6,
            "recorded-first-entry-id",
            "1-0",
            "groups",
            0,
            "first-entry",
            List.of("1-0", List.of("f", "v")),
            "last-entry",
            List.of("9223372036854775808-0", List.of("f", "v")));
    server.send("XDEL", "s", "2-1", "300-300").expectInteger(2);
    server
        .send("XINFO", "STREAM", "s")
        .expectArray(
            "length",
            4,
            "radix-tree-keys",
            4,
            "radix-tree-nodes",
            12,
            "last-generated-id",
            "9223372036854775808-0",
            "max-deleted-entry-id",
            "300-300",
            "entries-added",
            6,
            "recorded-first-entry-id",
            "1-0",
            "groups",
            0,
            "first-entry",
            List.of("1-0", List.of("f", "v")),
            "last-entry",
            List.of("9223372036854775808-0", List.of("f", "v")));
    server.send("CONFIG", "SET", "stream-node-max-entries", "100").expectSimple("OK");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsEverythingInFull(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server.send("XADD", "s", 2, "f", "v").expectBulk("2-0");
    server.send("XGROUP", "CREATE", "s", "g", 0).expect("OK");
    server.send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">");
    RespValue seconds = server.send("TIME").elements().getFirst();
    long now = Long.parseLong(((RespValue.BulkString) seconds).text()) * 1_000;
    server
        .send("XINFO", "STREAM", "s", "FULL", "COUNT", 1)
        .expectMap(
            "length",
            2,
            "entries",
            List.of(List.of("1-0", List.of("f", "v"))),
            "groups",
            List.of(
                List.of(
                    "name",
                    "g",
                    "last-delivered-id",
                    "2-0",
                    "entries-read",
                    2,
                    "lag",
                    0,
                    "pel-count",
                    2,
                    "pending",
                    List.of(
                        List.of(
                            "1-0", "c", Expectation.integerBetween(now - 1_000, now + 2_000), 1)),
                    "consumers",
                    List.of(
                        List.of(
                            "name", "c",
                            "seen-time", Expectation.integerBetween(now - 1_000, now + 2_000),
                            "active-time", Expectation.integerBetween(now - 1_000, now + 2_000),
                            "pel-count", 2,
                            "pending",
                                List.of(
                                    List.of(
                                        "1-0",
                                        Expectation.integerBetween(now - 1_000, now + 2_000),
                                        1)))))));
  }
}
