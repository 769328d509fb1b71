package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XINFO GROUPS. */
@DualRun
class XInfoGroupsTest {
  @Test
  void tellsOfGroups(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server.send("XGROUP", "CREATE", "s", "a", "3").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "a",
                "consumers",
                0,
                "pending",
                0,
                "last-delivered-id",
                "3-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                Expectation.nil()),
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
                4));
    server
        .send("XREADGROUP", "GROUP", "g", "c", "COUNT", "1", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("1-0", List.of("f", "1")))));
    server
        .send("XREADGROUP", "GROUP", "a", "c", "COUNT", "1", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("4-0", List.of("f", "4")))));
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "a",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "4-0",
                "entries-read",
                4,
                "lag",
                0),
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "1-0",
                "entries-read",
                1,
                "lag",
                3));
    server.send("XDEL", "s", "2").expectInteger(1);
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "a",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "4-0",
                "entries-read",
                4,
                "lag",
                0),
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "1-0",
                "entries-read",
                1,
                "lag",
                Expectation.nil()));
    server
        .send("XREADGROUP", "GROUP", "g", "c", "COUNT", "1", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("3-0", List.of("f", "3")))));
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "a",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "4-0",
                "entries-read",
                4,
                "lag",
                0),
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                2,
                "last-delivered-id",
                "3-0",
                "entries-read",
                2,
                "lag",
                2));
    server.send("XTRIM", "s", "MAXLEN", "0").expectInteger(3);
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "a",
                "consumers",
                1,
                "pending",
                1,
                "last-delivered-id",
                "4-0",
                "entries-read",
                4,
                "lag",
                0),
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                2,
                "last-delivered-id",
                "3-0",
                "entries-read",
                2,
                "lag",
                2));
    server.send("XADD", "t", "1", "f", "v").expectBulk("1-0");
    server.send("XINFO", "GROUPS", "t").expectArray();
    server.send("XINFO", "GROUPS", "none").expectError("ERR no such key");
    server
        .send("XINFO", "GROUPS")
        .expectError("ERR wrong number of arguments for 'xinfo|groups' command");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XINFO", "GROUPS", "k")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
