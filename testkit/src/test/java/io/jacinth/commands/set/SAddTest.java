package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SADD. */
@DualRun
class SAddTest {
  @Test
  void countsWhatWasNotThere(TestServer server) {
    server.send("SADD", "s", "a", "b", "a").expectInteger(2);
    server.send("SADD", "s", "a", "c").expectInteger(1);
    server.send("SCARD", "s").expectInteger(3);
    server.send("SMEMBERS", "s").expectUnordered("c", "b", "a");
    server.send("SADD", "s", "").expectInteger(1);
    server.send("SISMEMBER", "s", "").expectInteger(1);
    server.send("SADD", "s", "1", "01", "-0", "0").expectInteger(4);
    server.send("SCARD", "s").expectInteger(8);
    server.send("SISMEMBER", "s", "01").expectInteger(1);
    server.send("SISMEMBER", "s", "-0").expectInteger(1);
    server.send("SADD", "s").expectError("ERR wrong number of arguments for 'sadd' command");
  }

  @Test
  void keepsIntegersInOrder(TestServer server) {
    server.send("SADD", "s", "5", "1", "3", "-70000", "5").expectInteger(4);
    server.send("OBJECT", "ENCODING", "s").expectBulk("intset");
    server.send("SADD", "s", "9223372036854775807", "-9223372036854775808").expectInteger(2);
    server.send("OBJECT", "ENCODING", "s").expectBulk("intset");
    server
        .send("SMEMBERS", "s")
        .expectUnordered("-9223372036854775808", "-70000", "1", "3", "5", "9223372036854775807");
    server.send("SREM", "s", "3", "5").expectInteger(2);
    server.send("SCARD", "s").expectInteger(4);
    server.send("SISMEMBER", "s", "1").expectInteger(1);
    server.send("SISMEMBER", "s", "3").expectInteger(0);
    server.send("SADD", "s", "9223372036854775808").expectInteger(1);
    server.send("SISMEMBER", "s", "9223372036854775808").expectInteger(1);
    server.send("SISMEMBER", "s", "-70000").expectInteger(1);
    server.send("SCARD", "s").expectInteger(5);
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SADD", "str", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SADD").expectError("ERR wrong number of arguments for 'sadd' command");
    server.send("SADD", "s").expectError("ERR wrong number of arguments for 'sadd' command");
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("EXPIRE", "s", "1000").expectInteger(1);
    server.send("SADD", "s", "b").expectInteger(1);
    server.send("TTL", "s").expectInteger(1000);
  }

  @Test
  @Since("7.2")
  void isPackedWhileItIsSmall(TestServer server) {
    server.send("SADD", "s", "1", "2").expectInteger(2);
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("OBJECT", "ENCODING", "s").expectBulk("listpack");
    server.send("SADD", "s", "x".repeat(65)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "s").expectBulk("hashtable");
    server.send("SREM", "s", "x".repeat(65)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "s").expectBulk("hashtable");
    server.send("SMEMBERS", "s").expectUnordered("1", "2", "a");
  }

  @Test
  @Since("7.2")
  void becomesATableBeyondTheLimitOfAPackedSet(TestServer server) {
    for (int i = 0; i < 128; i++) {
      server.send("SADD", "s", "m" + i).expectInteger(1);
    }
    server.send("OBJECT", "ENCODING", "s").expectBulk("listpack");
    server.send("SADD", "s", "m128").expectInteger(1);
    server.send("OBJECT", "ENCODING", "s").expectBulk("hashtable");
    server.send("SCARD", "s").expectInteger(129);
  }

  @Test
  void becomesATableBeyondTheLimitOfIntegers(TestServer server) {
    for (int i = 0; i < 512; i++) {
      server.send("SADD", "s", i * i).expectInteger(1);
    }
    server.send("OBJECT", "ENCODING", "s").expectBulk("intset");
    server.send("SADD", "s", -1).expectInteger(1);
    server.send("OBJECT", "ENCODING", "s").expectBulk("hashtable");
    for (int i = 0; i < 512; i++) {
      server.send("SADD", "s", i * i).expectInteger(0);
    }
  }

  @Test
  void holdsMembersOfAnyLength(TestServer server) {
    for (int length : new int[] {0, 63, 64, 65, 253, 254, 255, 256, 4_000, 5_000, 100_000}) {
      server.send("SADD", "s", "y".repeat(length)).expectInteger(1);
      server.send("SADD", "s", "y".repeat(length)).expectInteger(0);
    }
    server.send("SISMEMBER", "s", "y".repeat(255)).expectInteger(1);
    server.send("SISMEMBER", "s", "y".repeat(257)).expectInteger(0);
    server.send("SCARD", "s").expectInteger(11);
  }
}
