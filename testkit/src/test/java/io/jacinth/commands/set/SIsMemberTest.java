package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SISMEMBER. */
@DualRun
class SIsMemberTest {
  @Test
  void tells(TestServer server) {
    server.send("SISMEMBER", "none", "a").expectInteger(0);
    server.send("SADD", "s", "a", "1").expectInteger(2);
    server.send("SISMEMBER", "s", "a").expectInteger(1);
    server.send("SISMEMBER", "s", "b").expectInteger(0);
    server.send("SISMEMBER", "s", "1").expectInteger(1);
    server.send("SISMEMBER", "s", "01").expectInteger(0);
    server.send("SADD", "i", "1", "2", "300000").expectInteger(3);
    server.send("SISMEMBER", "i", "300000").expectInteger(1);
    server.send("SISMEMBER", "i", "3").expectInteger(0);
    server.send("SISMEMBER", "i", "a").expectInteger(0);
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SISMEMBER", "str", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SISMEMBER", "s")
        .expectError("ERR wrong number of arguments for 'sismember' command");
  }
}
