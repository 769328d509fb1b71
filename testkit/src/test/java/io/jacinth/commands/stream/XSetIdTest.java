package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XSETID. */
@DualRun
class XSetIdTest {
  @Test
  void setsIdAndCounters(TestServer server) {
    server.send("XSETID", "s", "1").expectError("ERR no such key");
    server.send("XADD", "s", "1-1", "f", "v").expectBulk("1-1");
    server.send("XADD", "s", "1-2", "f", "v").expectBulk("1-2");
    server.send("XSETID", "s", "5").expectSimple("OK");
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
            "5-0",
            "max-deleted-entry-id",
            "0-0",
            "entries-added",
            2,
            "recorded-first-entry-id",
            "1-1",
            "groups",
            0,
            "first-entry",
            List.of("1-1", List.of("f", "v")),
            "last-entry",
            List.of("1-2", List.of("f", "v")));
    server.send("XSETID", "s", "1-2").expectSimple("OK");
    server
        .send("XSETID", "s", "1-1")
        .expectError("ERR The ID specified in XSETID is smaller than the target stream top item");
    server.send("XSETID", "s", "9", "ENTRIESADDED", "7", "MAXDELETEDID", "3").expectSimple("OK");
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
            "9-0",
            "max-deleted-entry-id",
            "3-0",
            "entries-added",
            7,
            "recorded-first-entry-id",
            "1-1",
            "groups",
            0,
            "first-entry",
            List.of("1-1", List.of("f", "v")),
            "last-entry",
            List.of("1-2", List.of("f", "v")));
    server
        .send("XSETID", "s", "9", "ENTRIESADDED", "1")
        .expectError(
            "ERR The entries_added specified in XSETID is smaller than the target stream length");
    server.send("XSETID", "s", "9", "ENTRIESADDED", "2").expectSimple("OK");
    server.send("XSETID", "s", "9", "MAXDELETEDID", "0-0").expectSimple("OK");
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
            "9-0",
            "max-deleted-entry-id",
            "3-0",
            "entries-added",
            2,
            "recorded-first-entry-id",
            "1-1",
            "groups",
            0,
            "first-entry",
            List.of("1-1", List.of("f", "v")),
            "last-entry",
            List.of("1-2", List.of("f", "v")));
    server
        .send("XADD", "s", "9", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    server.send("XADD", "s", "9-1", "f", "v").expectBulk("9-1");
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XSETID", "s").expectError("ERR wrong number of arguments for 'xsetid' command");
    server
        .send("XSETID", "s", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XSETID", "s", "-")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server.send("XSETID", "s", "5", "ENTRIESADDED").expectError("ERR syntax error");
    server
        .send("XSETID", "s", "5", "ENTRIESADDED", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XSETID", "s", "5", "ENTRIESADDED", "-1")
        .expectError("ERR entries_added must be positive");
    server
        .send("XSETID", "s", "5", "MAXDELETEDID", "6")
        .expectError(
            "ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id");
    server
        .send("XSETID", "s", "5", "MAXDELETEDID", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server.send("XSETID", "s", "5", "FOO", "1").expectError("ERR syntax error");
    server
        .send("XSETID", "none", "5", "ENTRIESADDED", "-1")
        .expectError("ERR entries_added must be positive");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XSETID", "k", "5")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  @Since("7.2")
  void refusesAnIdBelowOneThatWasDeleted(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server.send("XADD", "s", 2, "f", "v").expectBulk("2-0");
    server.send("XDEL", "s", 2).expectInteger(1);
    server
        .send("XSETID", "s", 1)
        .expectError("ERR The ID specified in XSETID is smaller than current max_deleted_entry_id");
  }
}
