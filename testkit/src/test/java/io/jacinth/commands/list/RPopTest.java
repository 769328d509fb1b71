package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RPOP. */
@DualRun
class RPopTest {
  @Test
  void takesOneElement(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "3").expectInteger(3);
    server.send("RPOP", "l").expectBulk("3");
    server.send("RPOP", "l").expectBulk("b");
    server.send("RPOP", "l").expectBulk("a");
    server.send("RPOP", "l").expectRaw("$-1\r\n");
    server.send("EXISTS", "l").expectInteger(0);
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("RPOP", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void takesSome(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "d", "e", "6", "7").expectInteger(7);
    server.send("RPOP", "l", "0").expectArray();
    server.send("RPOP", "l", "1").expectArray("7");
    server.send("RPOP", "l", "3").expectArray("6", "e", "d");
    server.send("RPOP", "l", "100").expectArray("c", "b", "a");
    server.send("RPOP", "l", "1").expectRaw("*-1\r\n");
    server.send("RPOP", "l", "0").expectRaw("*-1\r\n");
    server.send("EXISTS", "l").expectInteger(0);
  }

  @Test
  void checksTheCountFirst(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("RPOP", "s", "-1").expectError("ERR value is out of range, must be positive");
    server.send("RPOP", "s", "x").expectError("ERR value is out of range, must be positive");
    server.send("RPOP", "l", "-1").expectError("ERR value is out of range, must be positive");
    server.send("RPOP", "l", "1.5").expectError("ERR value is out of range, must be positive");
    server
        .send("RPOP", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("RPOP", "s", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("RPOP", "l", "1", "2")
        .expectError("ERR wrong number of arguments for 'rpop' command");
    server.send("RPOP").expectError("ERR wrong number of arguments for 'rpop' command");
    server
        .send("RPOP", "l", "9223372036854775808")
        .expectError("ERR value is out of range, must be positive");
  }

  @Test
  void emptiesALongList(TestServer server) {
    Lists.fill(server, "l", 3_000);
    server.send("RPOP", "l", 2_500).elements();
    server.send("LLEN", "l").expectInteger(500);
    server.send("RPOP", "l").expectBulk("element:499");
    for (int i = 1; i < 500; i++) {
      server.send("RPOP", "l").expectBulk("element:" + (499 - i));
    }
    server.send("EXISTS", "l").expectInteger(0);
  }
}
