package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LINDEX. */
@DualRun
class LIndexTest {
  @Test
  void countsFromBothEnds(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "33").expectInteger(3);
    server.send("LINDEX", "l", "0").expectBulk("a");
    server.send("LINDEX", "l", "2").expectBulk("33");
    server.send("LINDEX", "l", "-1").expectBulk("33");
    server.send("LINDEX", "l", "-3").expectBulk("a");
    server.send("LINDEX", "l", "3").expectRaw("$-1\r\n");
    server.send("LINDEX", "l", "-4").expectRaw("$-1\r\n");
    server.send("LINDEX", "l", "9223372036854775807").expectRaw("$-1\r\n");
    server.send("LINDEX", "l", "-9223372036854775808").expectRaw("$-1\r\n");
    server.send("LINDEX", "none", "0").expectRaw("$-1\r\n");
    server.send("LINDEX", "none", "x").expectRaw("$-1\r\n");
    server.send("LINDEX", "l", "x").expectError("ERR value is not an integer or out of range");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LINDEX", "s", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LINDEX", "l").expectError("ERR wrong number of arguments for 'lindex' command");
  }

  @Test
  void findsAnyElementOfALongList(TestServer server) {
    Lists.fill(server, "l", 20_000);
    for (int i = 0; i < 20_000; i += 97) {
      server.send("LINDEX", "l", i).expectBulk("element:" + i);
      server.send("LINDEX", "l", i - 20_000).expectBulk("element:" + i);
    }
  }
}
