package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XAUTOCLAIM. */
@DualRun
class XAutoClaimTest {
  @Test
  void goesThroughWhatIsPending(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server
        .send("XAUTOCLAIM", "s", "g", "bob", "0", "-", "COUNT", "2")
        .expectArray(
            "3-0",
            List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2"))),
            List.of());
    server
        .send("XAUTOCLAIM", "s", "g", "bob", "0", "3", "COUNT", "1", "JUSTID")
        .expectArray("4-0", List.of("3-0"), List.of());
    server
        .send("XAUTOCLAIM", "s", "g", "bob", "0", "(3")
        .expectArray("0-0", List.of(List.of("4-0", List.of("f", "4"))), List.of());
    server
        .send("XAUTOCLAIM", "s", "g", "carol", "100000000", "-", "COUNT", "1")
        .expectArray("0-0", List.of(), List.of());
    server.send("XPENDING", "s", "g").expectArray(4, "1-0", "4-0", List.of(List.of("bob", "4")));
    server.send("XDEL", "s", "1", "3").expectInteger(2);
    server
        .send("XAUTOCLAIM", "s", "g", "carol", "0", "-", "COUNT", "2")
        .expectArray("3-0", List.of(List.of("2-0", List.of("f", "2"))), List.of("1-0"));
    server
        .send("XAUTOCLAIM", "s", "g", "carol", "0", "0-0")
        .expectArray(
            "0-0",
            List.of(List.of("2-0", List.of("f", "2")), List.of("4-0", List.of("f", "4"))),
            List.of("3-0"));
    server.send("XPENDING", "s", "g").expectArray(2, "2-0", "4-0", List.of(List.of("carol", "2")));
    server.send("XAUTOCLAIM", "s", "g", "carol", "0", "5").expectArray("0-0", List.of(), List.of());
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0")
        .expectError("ERR wrong number of arguments for 'xautoclaim' command");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "x", "0")
        .expectError("ERR Invalid min-idle-time argument for XAUTOCLAIM");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0", "(18446744073709551615-18446744073709551615")
        .expectError("ERR invalid start ID for the interval");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0", "0", "COUNT", "0")
        .expectError("ERR COUNT must be > 0");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0", "0", "COUNT", "x")
        .expectError("ERR COUNT must be > 0");
    server
        .send("XAUTOCLAIM", "s", "g", "c", "0", "0", "COUNT", "9223372036854775807")
        .expectError("ERR COUNT must be > 0");
    server.send("XAUTOCLAIM", "s", "g", "c", "0", "0", "COUNT").expectError("ERR syntax error");
    server.send("XAUTOCLAIM", "s", "g", "c", "0", "0", "FOO").expectError("ERR syntax error");
    server
        .send("XAUTOCLAIM", "none", "g", "c", "0", "0")
        .expectError("NOGROUP No such key 'none' or consumer group 'g'");
    server
        .send("XAUTOCLAIM", "s", "none", "c", "0", "0")
        .expectError("NOGROUP No such key 's' or consumer group 'none'");
    server
        .send("XAUTOCLAIM", "s", "none", "c", "x", "0")
        .expectError("ERR Invalid min-idle-time argument for XAUTOCLAIM");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XAUTOCLAIM", "k", "g", "c", "0", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XAUTOCLAIM", "k", "g", "c", "0", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
