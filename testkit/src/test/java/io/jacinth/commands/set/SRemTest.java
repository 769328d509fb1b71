package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SREM. */
@DualRun
class SRemTest {
  @Test
  void countsWhatWasThere(TestServer server) {
    server.send("SADD", "s", "a", "b", "c", "1").expectInteger(4);
    server.send("SREM", "s", "a", "a", "x").expectInteger(1);
    server.send("SREM", "s", "1", "c").expectInteger(2);
    server.send("SMEMBERS", "s").expectUnordered("b");
    server.send("SREM", "s", "b").expectInteger(1);
    server.send("EXISTS", "s").expectInteger(0);
    server.send("SREM", "s", "b").expectInteger(0);
    server.send("SADD", "i", "1", "2", "3", "70000").expectInteger(4);
    server.send("SREM", "i", "2", "70000", "a", "5").expectInteger(2);
    server.send("SMEMBERS", "i").expectUnordered("1", "3");
    server.send("SREM", "i", "1", "3").expectInteger(2);
    server.send("EXISTS", "i").expectInteger(0);
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SREM", "str", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SREM", "s").expectError("ERR wrong number of arguments for 'srem' command");
  }

  @Test
  void emptiesATable(TestServer server) {
    for (int i = 0; i < 1_000; i++) {
      server.send("SADD", "s", "member:" + i).expectInteger(1);
    }
    for (int i = 0; i < 1_000; i++) {
      server.send("SREM", "s", "member:" + i, "member:" + (i - 1)).expectInteger(1);
      server.send("SCARD", "s").expectInteger(999 - i);
    }
    server.send("EXISTS", "s").expectInteger(0);
  }
}
