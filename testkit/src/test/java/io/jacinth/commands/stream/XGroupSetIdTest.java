package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XGROUP SETID. */
@DualRun
class XGroupSetIdTest {
  @Test
  void movesAGroup(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XGROUP", "SETID", "s", "g", "2").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("3-0", List.of("f", "3")), List.of("4-0", List.of("f", "4")))));
    server.send("XGROUP", "SETID", "s", "g", "$").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                4,
                "last-delivered-id",
                "4-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                0));
    server.send("XGROUP", "SETID", "s", "g", "-", "ENTRIESREAD", "1").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                4,
                "last-delivered-id",
                "0-0",
                "entries-read",
                1,
                "lag",
                3));
    server.send("XGROUP", "SETID", "s", "g", "+").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                4,
                "last-delivered-id",
                "18446744073709551615-18446744073709551615",
                "entries-read",
                Expectation.nil(),
                "lag",
                Expectation.nil()));
    server
        .send("XGROUP", "SETID", "s", "g", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XGROUP", "SETID", "s", "none", "0")
        .expectError("NOGROUP No such consumer group 'none' for key name 's'");
    server
        .send("XGROUP", "SETID", "none", "g", "0")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server
        .send("XGROUP", "SETID", "s", "g", "0", "MKSTREAM")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.");
    server
        .send("XGROUP", "SETID", "s", "g", "0", "ENTRIESREAD", "-5")
        .expectError("ERR value for ENTRIESREAD must be positive or -1");
    server
        .send("XGROUP", "SETID", "s", "g")
        .expectError("ERR wrong number of arguments for 'xgroup|setid' command");
  }

  @Test
  void wakesNobody(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XGROUP", "CREATE", "s", "g", "$").expectSimple("OK");
    TestConnection waiting =
        Waiting.client(server, "XREADGROUP", "GROUP", "g", "c", "BLOCK", 0, "STREAMS", "s", ">");
    server.send("XGROUP", "SETID", "s", "g", "0").expectSimple("OK");
    server.send("XPENDING", "s", "g").expectArray(0, null, null, null);
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    waiting
        .read()
        .expectArray(
            List.of(
                "s",
                List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")))));
  }
}
