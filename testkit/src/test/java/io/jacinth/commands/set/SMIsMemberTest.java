package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SMISMEMBER. */
@DualRun
class SMIsMemberTest {
  @Test
  void tellsOfEach(TestServer server) {
    server.send("SMISMEMBER", "none", "a", "b").expectArray(0, 0);
    server.send("SADD", "s", "a", "1").expectInteger(2);
    server.send("SMISMEMBER", "s", "a", "b", "a", "1", "01").expectArray(1, 0, 1, 1, 0);
    server.send("SMISMEMBER", "s", "a").expectArray(1);
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SMISMEMBER", "str", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SMISMEMBER", "s")
        .expectError("ERR wrong number of arguments for 'smismember' command");
  }
}
