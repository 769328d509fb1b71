package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RPUSH. */
@DualRun
class RPushTest {
  @Test
  void addsElementsInTheirOrder(TestServer server) {
    server.send("RPUSH", "l", "a").expectInteger(1);
    server.send("RPUSH", "l", "b", "c", "d").expectInteger(4);
    server.send("LRANGE", "l", "0", "-1").expectArray("a", "b", "c", "d");
    server
        .send("RPUSH", "l", "", "12", "-5", "007", "9223372036854775807", "9223372036854775808")
        .expectInteger(10);
    server
        .send("LRANGE", "l", "0", "-1")
        .expectArray(
            "a",
            "b",
            "c",
            "d",
            "",
            "12",
            "-5",
            "007",
            "9223372036854775807",
            "9223372036854775808");
    server.send("TYPE", "l").expectSimple("list");
    server.send("LLEN", "l").expectInteger(10);
  }

  @Test
  void refusesOtherTypesAndCounts(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("RPUSH", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("RPUSH", "l").expectError("ERR wrong number of arguments for 'rpush' command");
    server.send("RPUSH").expectError("ERR wrong number of arguments for 'rpush' command");
    server.send("EXISTS", "l").expectInteger(0);
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("RPUSH", "l", "a").expectInteger(1);
    server.send("EXPIRE", "l", "1000").expectInteger(1);
    server.send("RPUSH", "l", "b").expectInteger(2);
    server.send("TTL", "l").expectInteger(1000);
  }

  @Test
  @Since("7.2")
  void isNamedByItsForm(TestServer server) {
    server.send("RPUSH", "l", "a".repeat(4_000)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "l").expectBulk("listpack");
    server.send("RPUSH", "l", "b".repeat(4_170)).expectInteger(2);
    server.send("OBJECT", "ENCODING", "l").expectBulk("listpack");
    server.send("RPUSH", "l", "c").expectInteger(3);
    server.send("RPUSH", "l", "d".repeat(20)).expectInteger(4);
    server.send("OBJECT", "ENCODING", "l").expectBulk("quicklist");
    server.send("EXPIRE", "l", 100).expectInteger(1);
    server.send("LREM", "l", 0, "b".repeat(4_170)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "l").expectBulk("listpack");
    server.send("TTL", "l").expectInteger(100);
    server.send("LLEN", "l").expectInteger(3);
    server.send("RPUSH", "m", "x".repeat(9_000)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "m").expectBulk("quicklist");
    server.send("LSET", "m", 0, "y").expect("OK");
    server.send("OBJECT", "ENCODING", "m").expectBulk("listpack");
  }

  @Test
  void takesElementsOfEveryLength(TestServer server) {
    int[] lengths = {0, 1, 63, 64, 127, 128, 4_095, 4_096, 8_170, 8_192, 16_384, 70_000, 1_000_000};
    for (int length : lengths) {
      server.send("RPUSH", "l", "x".repeat(length));
    }
    for (int i = 0; i < lengths.length; i++) {
      int index = i;
      server.send("LINDEX", "l", index).expectBulk("x".repeat(lengths[i]));
    }
  }
}
