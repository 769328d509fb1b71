package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZLEXCOUNT. */
@DualRun
class ZLexCountTest {
  @Test
  void countsByBytes(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z", "0", "a", "0", "b", "0", "c", "0", "d", "0", "e").expectInteger(5);
    server.send("ZLEXCOUNT", "z", "-", "+").expectInteger(5);
    server.send("ZLEXCOUNT", "z", "[b", "[d").expectInteger(3);
    server.send("ZLEXCOUNT", "z", "(b", "(d").expectInteger(1);
    server.send("ZLEXCOUNT", "z", "+", "-").expectInteger(0);
    server.send("ZLEXCOUNT", "z", "[d", "[b").expectInteger(0);
    server.send("ZLEXCOUNT", "z", "-", "[zz").expectInteger(5);
    server
        .send("ZLEXCOUNT", "z", "b", "d")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZLEXCOUNT", "z", "-x", "+")
        .expectError("ERR min or max not valid string range item");
    server
        .send("ZLEXCOUNT", "z", "", "+")
        .expectError("ERR min or max not valid string range item");
    server.send("ZLEXCOUNT", "none", "-", "+").expectInteger(0);
    server
        .send("ZLEXCOUNT", "s", "-", "+")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZLEXCOUNT", "s", "a", "b")
        .expectError("ERR min or max not valid string range item");
  }
}
