package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZCOUNT. */
@DualRun
class ZCountTest {
  @Test
  void countsByScore(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZCOUNT", "z", "-inf", "+inf").expectInteger(6);
    server.send("ZCOUNT", "z", "(-inf", "(inf").expectInteger(4);
    server.send("ZCOUNT", "z", "2", "2").expectInteger(2);
    server.send("ZCOUNT", "z", "(2", "3.5").expectInteger(1);
    server.send("ZCOUNT", "z", "(2", "(3.5").expectInteger(0);
    server.send("ZCOUNT", "z", "3", "1").expectInteger(0);
    server.send("ZCOUNT", "z", "x", "1").expectError("ERR min or max is not a float");
    server.send("ZCOUNT", "z", "1", "(x").expectError("ERR min or max is not a float");
    server.send("ZCOUNT", "z", "nan", "1").expectError("ERR min or max is not a float");
    server.send("ZCOUNT", "z", "", "(").expectInteger(0);
    server.send("ZCOUNT", "none", "1", "2").expectInteger(0);
    server.send("ZCOUNT", "none", "x", "2").expectError("ERR min or max is not a float");
    server
        .send("ZCOUNT", "s", "1", "2")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZCOUNT", "s", "x", "2").expectError("ERR min or max is not a float");
    server
        .send("ZCOUNT", "z", "1")
        .expectError("ERR wrong number of arguments for 'zcount' command");
  }
}
