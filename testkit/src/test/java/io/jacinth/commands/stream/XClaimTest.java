package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XCLAIM. */
@DualRun
class XClaimTest {
  @Test
  void givesEntriesToAnother(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "3", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")))));
    server
        .send("XCLAIM", "s", "g", "bob", "0", "1", "2", "9")
        .expectArray(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")));
    server.send("XCLAIM", "s", "g", "bob", "0", "3", "JUSTID").expectArray("3-0");
    server.send("XPENDING", "s", "g").expectArray(3, "1-0", "3-0", List.of(List.of("bob", "3")));
    server.send("XCLAIM", "s", "g", "bob", "100000000", "1", "2", "3").expectArray();
    server.send("XCLAIM", "s", "g", "carol", "0", "4").expectArray();
    server.send("XCLAIM", "s", "g", "carol", "0", "4", "FORCE", "JUSTID").expectArray("4-0");
    server
        .send("XCLAIM", "s", "g", "carol", "-5", "1", "IDLE", "100000", "RETRYCOUNT", "7")
        .expectArray(List.of("1-0", List.of("f", "1")));
    server
        .send("XCLAIM", "s", "g", "carol", "50000", "1", "TIME", "5")
        .expectArray(List.of("1-0", List.of("f", "1")));
    server
        .send("XPENDING", "s", "g")
        .expectArray(4, "1-0", "4-0", List.of(List.of("bob", "2"), List.of("carol", "2")));
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                3,
                "pending",
                4,
                "last-delivered-id",
                "3-0",
                "entries-read",
                3,
                "lag",
                1));
    server.send("XCLAIM", "s", "g", "carol", "0", "9", "LASTID", "8").expectArray();
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                3,
                "pending",
                4,
                "last-delivered-id",
                "8-0",
                "entries-read",
                3,
                "lag",
                1));
    server.send("XDEL", "s", "2").expectInteger(1);
    server.send("XCLAIM", "s", "g", "carol", "0", "2").expectArray();
    server
        .send("XPENDING", "s", "g")
        .expectArray(3, "1-0", "4-0", List.of(List.of("bob", "1"), List.of("carol", "2")));
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XCLAIM", "s", "g", "c", "0")
        .expectError("ERR wrong number of arguments for 'xclaim' command");
    server
        .send("XCLAIM", "s", "g", "c", "x", "1")
        .expectError("ERR Invalid min-idle-time argument for XCLAIM");
    server
        .send("XCLAIM", "s", "g", "c", "x", "y")
        .expectError("ERR Invalid min-idle-time argument for XCLAIM");
    server
        .send("XCLAIM", "s", "g", "c", "0", "x")
        .expectError("ERR Unrecognized XCLAIM option 'x'");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "FOO")
        .expectError("ERR Unrecognized XCLAIM option 'FOO'");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "IDLE")
        .expectError("ERR Unrecognized XCLAIM option 'IDLE'");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "IDLE", "x")
        .expectError("ERR Invalid IDLE option argument for XCLAIM");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "TIME", "x")
        .expectError("ERR Invalid TIME option argument for XCLAIM");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "RETRYCOUNT", "x")
        .expectError("ERR Invalid RETRYCOUNT option argument for XCLAIM");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "LASTID", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XCLAIM", "s", "g", "c", "0", "1", "FORCE", "2")
        .expectError("ERR Unrecognized XCLAIM option '2'");
    server
        .send("XCLAIM", "s", "none", "c", "x", "1")
        .expectError("NOGROUP No such key 's' or consumer group 'none'");
    server
        .send("XCLAIM", "none", "g", "c", "x", "1")
        .expectError("NOGROUP No such key 'none' or consumer group 'g'");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XCLAIM", "k", "g", "c", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void takesOnlyWhatHasBeenPendingForLongEnough(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server.send("XGROUP", "CREATE", "s", "g", 0).expect("OK");
    server.send("XREADGROUP", "GROUP", "g", "a", "STREAMS", "s", ">");
    server.advance(Duration.ofMillis(10));
    server.send("XCLAIM", "s", "g", "b", 11, 1).expectArray();
    server
        .send("XCLAIM", "s", "g", "b", 10, 1, "IDLE", 3)
        .expectArray(List.of("1-0", List.of("f", "v")));
    server.send("XPENDING", "s", "g", "-", "+", 9).expectArray(List.of("1-0", "b", 3, 2));
    server.send("XCLAIM", "s", "g", "a", 0, 1, "JUSTID", "RETRYCOUNT", 9).expectArray("1-0");
    server.send("XPENDING", "s", "g", "-", "+", 9).expectArray(List.of("1-0", "a", 0, 9));
  }
}
