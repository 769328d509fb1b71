package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SMOVE. */
@DualRun
class SMoveTest {
  @Test
  void moves(TestServer server) {
    server.send("SADD", "s", "a", "b", "1").expectInteger(3);
    server.send("SADD", "t", "b").expectInteger(1);
    server.send("SMOVE", "s", "t", "a").expectInteger(1);
    server.send("SMOVE", "s", "t", "b").expectInteger(1);
    server.send("SMEMBERS", "s").expectUnordered("1");
    server.send("SMEMBERS", "t").expectUnordered("b", "a");
    server.send("SMOVE", "s", "t", "x").expectInteger(0);
    server.send("SMOVE", "s", "u", "1").expectInteger(1);
    server.send("EXISTS", "s").expectInteger(0);
    server.send("SMEMBERS", "u").expectUnordered("1");
    server.send("SMOVE", "u", "u", "1").expectInteger(1);
    server.send("SMOVE", "u", "u", "2").expectInteger(0);
    server.send("SMOVE", "none", "t", "a").expectInteger(0);
    server.send("OBJECT", "ENCODING", "u").expectBulk("intset");
  }

  @Test
  void looksAtTypesWhereTheSourceExists(TestServer server) {
    server.send("SET", "str", "1").expectSimple("OK");
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("SMOVE", "none", "str", "a").expectInteger(0);
    server
        .send("SMOVE", "s", "str", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SMOVE", "s", "str", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SMOVE", "str", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SMOVE", "str", "none", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SMOVE", "s", "t").expectError("ERR wrong number of arguments for 'smove' command");
  }

  @Test
  void movesBetweenLargeSets(TestServer server) {
    for (int i = 0; i < 600; i++) {
      server.send("SADD", "{t}a", "m" + i).expectInteger(1);
    }
    for (int i = 0; i < 600; i++) {
      server.send("SMOVE", "{t}a", "{t}b", "m" + i).expectInteger(1);
    }
    server.send("EXISTS", "{t}a").expectInteger(0);
    server.send("SCARD", "{t}b").expectInteger(600);
  }
}
