package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LPOP. */
@DualRun
class LPopTest {
  @Test
  void takesOneElement(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "3").expectInteger(3);
    server.send("LPOP", "l").expectBulk("a");
    server.send("LPOP", "l").expectBulk("b");
    server.send("LPOP", "l").expectBulk("3");
    server.send("LPOP", "l").expectRaw("$-1\r\n");
    server.send("EXISTS", "l").expectInteger(0);
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LPOP", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void takesSome(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "d", "e", "6", "7").expectInteger(7);
    server.send("LPOP", "l", "0").expectArray();
    server.send("LPOP", "l", "1").expectArray("a");
    server.send("LPOP", "l", "3").expectArray("b", "c", "d");
    server.send("LPOP", "l", "100").expectArray("e", "6", "7");
    server.send("LPOP", "l", "1").expectRaw("*-1\r\n");
    server.send("LPOP", "l", "0").expectRaw("*-1\r\n");
    server.send("EXISTS", "l").expectInteger(0);
  }

  @Test
  void checksTheCountFirst(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("LPOP", "s", "-1").expectError("ERR value is out of range, must be positive");
    server.send("LPOP", "s", "x").expectError("ERR value is out of range, must be positive");
    server.send("LPOP", "l", "-1").expectError("ERR value is out of range, must be positive");
    server.send("LPOP", "l", "1.5").expectError("ERR value is out of range, must be positive");
    server
        .send("LPOP", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("LPOP", "s", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("LPOP", "l", "1", "2")
        .expectError("ERR wrong number of arguments for 'lpop' command");
    server.send("LPOP").expectError("ERR wrong number of arguments for 'lpop' command");
    server
        .send("LPOP", "l", "9223372036854775808")
        .expectError("ERR value is out of range, must be positive");
  }

  @Test
  void emptiesALongList(TestServer server) {
    Lists.fill(server, "l", 3_000);
    server.send("LPOP", "l", 2_500).elements();
    server.send("LLEN", "l").expectInteger(500);
    server.send("LPOP", "l").expectBulk("element:2500");
    for (int i = 1; i < 500; i++) {
      server.send("LPOP", "l").expectBulk("element:" + (2_500 + i));
    }
    server.send("EXISTS", "l").expectInteger(0);
  }
}
