package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XACK. */
@DualRun
class XAckTest {
  @Test
  void acknowledges(TestServer server) {
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
    server.send("XACK", "s", "g", "1", "2", "2", "9").expectInteger(2);
    server.send("XPENDING", "s", "g").expectArray(2, "3-0", "4-0", List.of(List.of("alice", "2")));
    server.send("XACK", "s", "g", "1").expectInteger(0);
    server
        .send("XACK", "s", "g", "3", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server.send("XPENDING", "s", "g").expectArray(2, "3-0", "4-0", List.of(List.of("alice", "2")));
    server.send("XACK", "s", "none", "x").expectInteger(0);
    server.send("XACK", "none", "g", "x").expectInteger(0);
    server.send("XACK", "s", "g").expectError("ERR wrong number of arguments for 'xack' command");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XACK", "k", "g", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
