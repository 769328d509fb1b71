package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HSET. */
@DualRun
class HSetTest {
  @Test
  void countsNewFields(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HSET", "h", "a", 2, "b", 3).expectInteger(1);
    server.send("HGET", "h", "a").expectBulk("2");
    server.send("HGET", "h", "b").expectBulk("3");
    server.send("HSET", "h", "c", 1, "c", 2).expectInteger(1);
    server.send("HGET", "h", "c").expectBulk("2");
    server.send("HLEN", "h").expectInteger(3);
    server.send("TYPE", "h").expectSimple("hash");
    server.send("OBJECT", "ENCODING", "h").expectBulk("listpack");
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("EXPIRE", "h", 1000).expectInteger(1);
    server.send("HSET", "h", "b", 2).expectInteger(1);
    server.send("TTL", "h").expectInteger(1000);
  }

  @Test
  void takesBytesOfAnyKind(TestServer server) {
    server.send("HSET", "h", "", "").expectInteger(1);
    server.send("HGET", "h", "").expectBulk("");
    server.send("HSET", "h", 12, -7).expectInteger(1);
    server.send("HGET", "h", 12).expectBulk("-7");
    server.send("HGET", "h", -7).expectNil();
    server.send("HSET", "h", "012", "007").expectInteger(1);
    server.send("HGET", "h", "012").expectBulk("007");
    server.send("HGETALL", "h").expectArray("", "", "12", "-7", "012", "007");
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HSET", "s", "a", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a").expectError("ERR wrong number of arguments for 'hset' command");
    server.send("HSET", "h").expectError("ERR wrong number of arguments for 'hset' command");
    server
        .send("HSET", "h", "a", 1, "b")
        .expectError("ERR wrong number of arguments for 'hset' command");
    server.send("EXISTS", "h").expectInteger(0);
    server.send("GET", "h").expectNil();
  }

  @Test
  void growsBeyondThePackedForm(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("OBJECT", "ENCODING", "h").expectBulk("listpack");
    server
        .send(
            "HSET",
            "h",
            "long",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
        .expectInteger(1);
    server.send("OBJECT", "ENCODING", "h").expectBulk("hashtable");
    server
        .send("HGET", "h", "long")
        .expectBulk("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    server.send("HGET", "h", "a").expectBulk("1");
    server
        .send("HSET", "g", "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "v")
        .expectInteger(1);
    server.send("OBJECT", "ENCODING", "g").expectBulk("hashtable");
    server
        .send("HSET", "i", "f", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
        .expectInteger(1);
    server.send("OBJECT", "ENCODING", "i").expectBulk("listpack");
    server.send("CONFIG", "SET", "hash-max-listpack-entries", 2).expect("OK");
    server.send("HSET", "j", "a", 1, "b", 2).expectInteger(2);
    server.send("OBJECT", "ENCODING", "j").expectBulk("listpack");
    server.send("HSET", "j", "c", 3).expectInteger(1);
    server.send("OBJECT", "ENCODING", "j").expectBulk("hashtable");
    server.send("HGETALL", "j").expectUnordered("b", "2", "c", "3", "a", "1");
    server.send("CONFIG", "SET", "hash-max-listpack-entries", 512).expect("OK");
    server.send("OBJECT", "ENCODING", "j").expectBulk("hashtable");
  }
}
