package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XGROUP CREATE. */
@DualRun
class XGroupCreateTest {
  @Test
  void makesAGroup(TestServer server) {
    server
        .send("XGROUP", "CREATE", "s", "g", "0")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XGROUP", "CREATE", "s", "g", "$")
        .expectError("BUSYGROUP Consumer Group name already exists");
    server.send("XGROUP", "CREATE", "s", "h", "$").expectSimple("OK");
    server.send("XGROUP", "CREATE", "s", "i", "5-5", "ENTRIESREAD", "3").expectSimple("OK");
    server
        .send("XGROUP", "CREATE", "s", "j", "0", "ENTRIESREAD", "-1", "MKSTREAM")
        .expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "0-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                1),
            List.of(
                "name",
                "h",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "1-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                0),
            List.of(
                "name",
                "i",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "5-5",
                "entries-read",
                3,
                "lag",
                -2),
            List.of(
                "name",
                "j",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "0-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                1));
    server.send("XGROUP", "CREATE", "new", "g", "$", "MKSTREAM").expectSimple("OK");
    server
        .send("XINFO", "STREAM", "new")
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
    server.send("XGROUP", "CREATE", "other", "g", "5", "mkstream").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "other")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "5-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                0));
  }

  @Test
  void checksItsArguments(TestServer server) {
    server
        .send("XGROUP", "CREATE")
        .expectError("ERR wrong number of arguments for 'xgroup|create' command");
    server
        .send("XGROUP", "CREATE", "s", "g")
        .expectError("ERR wrong number of arguments for 'xgroup|create' command");
    server
        .send("XGROUP", "CREATE", "s", "g", "0", "FOO")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.");
    server
        .send("XGROUP", "CREATE", "s", "g", "0", "ENTRIESREAD")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.");
    server
        .send("XGROUP", "CREATE", "s", "g", "0", "ENTRIESREAD", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XGROUP", "CREATE", "s", "g", "0", "ENTRIESREAD", "-2")
        .expectError("ERR value for ENTRIESREAD must be positive or -1");
    server
        .send("XGROUP", "CREATE", "s", "g", "x")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server
        .send("XGROUP", "CREATE", "s", "g", "x", "MKSTREAM")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XGROUP", "CREATE", "s", "g", "-", "MKSTREAM")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XGROUP", "CREATE", "s", "g", "0", "MKSTREAM", "MKSTREAM", "ENTRIESREAD", "1")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP.");
    server.send("EXISTS", "s").expectInteger(0);
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XGROUP", "CREATE", "k", "g", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("XGROUP").expectError("ERR wrong number of arguments for 'xgroup' command");
    server
        .send("XGROUP", "FOO", "s", "g")
        .expectError("ERR unknown subcommand 'FOO'. Try XGROUP HELP.");
  }
}
