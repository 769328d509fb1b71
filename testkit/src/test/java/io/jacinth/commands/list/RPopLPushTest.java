package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RPOPLPUSH. */
@DualRun
class RPopLPushTest {
  @Test
  void moves(TestServer server) {
    server.send("RPUSH", "a", "1", "2", "3").expectInteger(3);
    server.send("RPOPLPUSH", "a", "b").expectBulk("3");
    server.send("RPOPLPUSH", "a", "a").expectBulk("2");
    server.send("LRANGE", "a", "0", "-1").expectArray("2", "1");
    server.send("LRANGE", "b", "0", "-1").expectArray("3");
    server.send("RPOPLPUSH", "none", "b").expectRaw("$-1\r\n");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("RPOPLPUSH", "a", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("RPOPLPUSH", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("RPOPLPUSH", "none", "s").expectRaw("$-1\r\n");
    server
        .send("RPOPLPUSH", "a")
        .expectError("ERR wrong number of arguments for 'rpoplpush' command");
  }
}
