package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XTRIM. */
@DualRun
class XTrimTest {
  @Test
  void toALength(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server.send("XTRIM", "s", "MAXLEN", "9").expectInteger(0);
    server.send("XTRIM", "s", "MAXLEN", "4").expectInteger(2);
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("3-0", List.of("f", "3")),
            List.of("4-0", List.of("f", "4")),
            List.of("5-0", List.of("f", "5")),
            List.of("6-0", List.of("f", "6")));
    server.send("XTRIM", "s", "MAXLEN", "=", "3").expectInteger(1);
    server.send("XTRIM", "s", "MAXLEN", "~", "1").expectInteger(0);
    server.send("XLEN", "s").expectInteger(3);
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
            "0-0",
            "entries-added",
            6,
            "recorded-first-entry-id",
            "4-0",
            "groups",
            0,
            "first-entry",
            List.of("4-0", List.of("f", "4")),
            "last-entry",
            List.of("6-0", List.of("f", "6")));
    server.send("XTRIM", "s", "MAXLEN", "0").expectInteger(3);
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
            "0-0",
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
    server.send("XTRIM", "none", "MAXLEN", "5").expectInteger(0);
  }

  @Test
  void toAnId(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server.send("XTRIM", "s", "MINID", "3").expectInteger(2);
    server.send("XDEL", "s", "4").expectInteger(1);
    server.send("XTRIM", "s", "MINID", "5-1").expectInteger(2);
    server.send("XRANGE", "s", "-", "+").expectArray(List.of("6-0", List.of("f", "6")));
    server.send("XTRIM", "s", "MINID", "~", "7").expectInteger(1);
    server.send("XLEN", "s").expectInteger(0);
  }

  @Test
  void byWholeNodes(TestServer server) {
    server.send("CONFIG", "SET", "stream-node-max-entries", "3").expectSimple("OK");
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server.send("XTRIM", "s", "MAXLEN", "~", "4").expectInteger(0);
    server.send("XTRIM", "s", "MAXLEN", "~", "3", "LIMIT", "2").expectInteger(0);
    server.send("XTRIM", "s", "MAXLEN", "~", "3", "LIMIT", "3").expectInteger(3);
    server.send("XLEN", "s").expectInteger(3);
    server.send("XADD", "s", "7", "f", "v").expectBulk("7-0");
    server.send("XTRIM", "s", "MINID", "~", "7").expectInteger(3);
    server.send("XRANGE", "s", "-", "+").expectArray(List.of("7-0", List.of("f", "v")));
    server.send("CONFIG", "SET", "stream-node-max-entries", "100").expectSimple("OK");
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XTRIM", "s").expectError("ERR wrong number of arguments for 'xtrim' command");
    server
        .send("XTRIM", "s", "MAXLEN")
        .expectError("ERR wrong number of arguments for 'xtrim' command");
    server.send("XTRIM", "s", "FOO", "1").expectError("ERR syntax error");
    server
        .send("XTRIM", "s", "MAXLEN", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("XTRIM", "s", "MAXLEN", "-1").expectError("ERR The MAXLEN argument must be >= 0.");
    server
        .send("XTRIM", "s", "MINID", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XTRIM", "s", "MAXLEN", "1", "MINID", "1")
        .expectError(
            "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    server
        .send("XTRIM", "s", "MAXLEN", "1", "MAXLEN", "1")
        .expectError(
            "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    server
        .send("XTRIM", "s", "MAXLEN", "1", "LIMIT", "1")
        .expectError("ERR syntax error, LIMIT cannot be used without the special ~ option");
    server
        .send("XTRIM", "s", "MAXLEN", "~", "1", "LIMIT", "-1")
        .expectError("ERR The LIMIT argument must be >= 0.");
    server
        .send("XTRIM", "s", "MAXLEN", "~", "1", "LIMIT", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XTRIM", "s", "LIMIT", "0", "LIMIT", "0")
        .expectError("ERR syntax error, XTRIM must be called with a trimming strategy");
    server
        .send("XTRIM", "s", "LIMIT", "1", "LIMIT", "1")
        .expectError(
            "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy");
    server.send("XTRIM", "s", "~", "1").expectError("ERR syntax error");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XTRIM", "k", "MAXLEN", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XTRIM", "k", "MAXLEN", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
