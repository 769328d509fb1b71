package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LTRIM. */
@DualRun
class LTrimTest {
  @Test
  void keepsARange(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "d", "e").expectInteger(5);
    server.send("LTRIM", "l", "1", "-2").expectSimple("OK");
    server.send("LRANGE", "l", "0", "-1").expectArray("b", "c", "d");
    server.send("LTRIM", "l", "0", "100").expectSimple("OK");
    server.send("LRANGE", "l", "0", "-1").expectArray("b", "c", "d");
    server.send("LTRIM", "l", "2", "1").expectSimple("OK");
    server.send("EXISTS", "l").expectInteger(0);
    server.send("LTRIM", "l", "0", "1").expectSimple("OK");
    server.send("RPUSH", "l", "a", "b", "c").expectInteger(3);
    server.send("LTRIM", "l", "-100", "0").expectSimple("OK");
    server.send("LRANGE", "l", "0", "-1").expectArray("a");
    server.send("LTRIM", "l", "5", "9").expectSimple("OK");
    server.send("EXISTS", "l").expectInteger(0);
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LTRIM", "s", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LTRIM", "s", "x", "1").expectError("ERR value is not an integer or out of range");
    server
        .send("LTRIM", "none", "1", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("LTRIM", "l", "1").expectError("ERR wrong number of arguments for 'ltrim' command");
  }

  @Test
  void trimsALongList(TestServer server) {
    Lists.fill(server, "l", 10_000);
    server.send("LTRIM", "l", 1_234, -1_235).expect("OK");
    server.send("LLEN", "l").expectInteger(7_532);
    server.send("LINDEX", "l", 0).expectBulk("element:1234");
    server.send("LINDEX", "l", -1).expectBulk("element:8765");
    server.send("LTRIM", "l", 3_000, 3_002).expect("OK");
    server.send("LRANGE", "l", 0, -1).expectArray(Lists.elements(4_234, 4_236));
  }
}
