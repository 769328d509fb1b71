package io.jacinth.commands.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** HPEXPIRE. */
@DualRun
@Since("7.4")
class HPExpireTest {
  @Test
  void givesFieldsADeadline(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HPEXPIRE", "h", 1000, "FIELDS", 3, "a", "x", "b").expectArray(1, -2, 1);
    server.send("HPERSIST", "h", "FIELDS", 3, "a", "b", "c").expectArray(1, 1, -1);
    server.send("HPEXPIRE", "none", 1000, "FIELDS", 2, "a", "b").expectArray(-2, -2);
    server.send("EXISTS", "none").expectInteger(0);
    server.send("OBJECT", "ENCODING", "h").expectBulk("listpackex");
    server.send("HGETALL", "h").expectUnordered("a", "1", "b", "2", "c", "3");
  }

  @Test
  void obeysConditions(TestServer server) {
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HPEXPIRE", "h", 1000, "XX", "FIELDS", 1, "a").expectArray(0);
    server.send("HPEXPIRE", "h", 1000, "GT", "FIELDS", 1, "a").expectArray(0);
    server.send("HPEXPIRE", "h", 2000, "LT", "FIELDS", 1, "a").expectArray(1);
    server.send("HPEXPIRE", "h", 1000, "NX", "FIELDS", 1, "a").expectArray(0);
    server.send("HPEXPIRE", "h", 1000, "gt", "FIELDS", 1, "a").expectArray(0);
    server.send("HPEXPIRE", "h", 1000, "lt", "fields", 1, "a").expectArray(1);
    server.send("HPEXPIRE", "h", 2000, "XX", "FIELDS", 1, "a").expectArray(1);
  }

  @Test
  void removesAFieldWhoseTimeHasPassed(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HPEXPIRE", "h", 0, "NX", "FIELDS", 1, "a").expectArray(2);
    server.send("HGETALL", "h").expectArray("b", "2");
    server.send("HPEXPIRE", "h", 0, "FIELDS", 2, "b", "a").expectArray(2, -2);
    server.send("EXISTS", "h").expectInteger(0);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send("HPEXPIRE", "s", "x", "FIELDS", 1, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server
        .send("HPEXPIRE", "h", "x", "FIELDS", 1, "a")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("HPEXPIRE", "h", -1, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time, must be >= 0");
    server
        .send("HPEXPIRE", "h", 70_368_744_177_664L, "FIELDS", 1, "a")
        .expectError("ERR invalid expire time in 'hpexpire' command");
    server
        .send("HPEXPIRE", "h", 1, "EX", "FIELDS", 1, "a")
        .expectError("ERR Mandatory argument FIELDS is missing or not at the right position");
    server
        .send("HPEXPIRE", "h", 1, "FIELDS", 0, "a")
        .expectError("ERR Parameter `numFields` should be greater than 0");
    server
        .send("HPEXPIRE", "h", 1, "FIELDS", 2, "a")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HPEXPIRE", "h", 1, "FIELDS", 1, "a", "b")
        .expectError("ERR The `numfields` parameter must match the number of arguments");
    server
        .send("HPEXPIRE", "h", 1, "FIELDS", 1)
        .expectError("ERR wrong number of arguments for 'hpexpire' command");
    server.send("HPERSIST", "h", "FIELDS", 1, "a").expectArray(-1);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void fieldsGoWhenTheirTimeHasCome(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HPEXPIRE", "h", 100, "FIELDS", 2, "a", "b").expectArray(1, 1);
    server.send("HPEXPIRE", "h", 200, "FIELDS", 1, "b").expectArray(1);
    server.advance(Duration.ofMillis(99));
    server.send("HMGET", "h", "a", "b", "c").expectArray("1", "2", "3");
    server.advance(Duration.ofMillis(1));
    server.send("HMGET", "h", "a", "b", "c").expectArray(null, "2", "3");
    server.send("HLEN", "h").expectInteger(2);
    server.send("HSETNX", "h", "a", 4).expectInteger(1);
    server.advance(Duration.ofMillis(100));
    server.send("HGETALL", "h").expectUnordered("a", "4", "c", "3");
    server.send("HPEXPIRE", "h", 5, "FIELDS", 2, "a", "c").expectArray(1, 1);
    server.advance(Duration.ofMillis(5));
    server.send("HGET", "h", "c").expectNil();
    server.send("EXISTS", "h").expectInteger(0);
    server.send("HSET", "h", "a", 5).expectInteger(1);
    server.send("OBJECT", "ENCODING", "h").expectBulk("listpack");
  }

  @Test
  void aNewValueHasNoDeadlineButAnIncrementKeepsIt(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HPEXPIRE", "h", 100_000, "FIELDS", 3, "a", "b", "c").expectArray(1, 1, 1);
    server.send("HSET", "h", "a", 5).expectInteger(0);
    server.send("HINCRBY", "h", "b", 5).expectInteger(7);
    server.send("HINCRBYFLOAT", "h", "c", "0.5").expectBulk("3.5");
    server.send("HPERSIST", "h", "FIELDS", 3, "a", "b", "c").expectArray(-1, 1, 1);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void fieldsOfALargeHashGoToo(TestServer server) {
    for (int i = 0; i < 2_000; i++) {
      server.send("HSET", "h", "f" + i, i).expectInteger(1);
    }
    for (int i = 0; i < 2_000; i += 2) {
      server.send("HPEXPIRE", "h", 1 + i, "FIELDS", 1, "f" + i).expectArray(1);
    }
    server.send("OBJECT", "ENCODING", "h").expectBulk("hashtable");
    server.send("COPY", "h", "i").expectInteger(1);
    server.send("RENAME", "h", "j").expect("OK");
    server.advance(Duration.ofMillis(1_000));
    server.send("HLEN", "i").expectInteger(1_500);
    server.send("HEXISTS", "j", "f998").expectInteger(0);
    server.send("HGET", "j", "f1000").expectBulk("1000");
    server.send("HPTTL", "j", "FIELDS", 3, "f1000", "f1001", "f998").expectArray(1, -1, -2);
    server.send("HSET", "j", "f1000", "longer than it was, so that it moves").expectInteger(0);
    server.send("HPERSIST", "j", "FIELDS", 2, "f1000", "f1002").expectArray(-1, 1);
    server.send("HDEL", "j", "f1004", "f1005").expectInteger(2);
    server.advance(Duration.ofMillis(1_000));
    server.send("HLEN", "i").expectInteger(1_000);
    server.send("HLEN", "j").expectInteger(1_001);
    server.send("DEL", "i", "j").expectInteger(2);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void deadlinesSurviveGrowingAndMoving(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2).expectInteger(2);
    server.send("HPEXPIRE", "h", 100, "FIELDS", 1, "a").expectArray(1);
    server.send("COPY", "h", "i").expectInteger(1);
    server.send("EXPIRE", "i", 1_000).expectInteger(1);
    server.send("MOVE", "i", 1).expectInteger(1);
    server.send("RENAME", "h", "j").expect("OK");
    server.send("HSET", "j", "c", "x".repeat(100)).expectInteger(1);
    server.send("OBJECT", "ENCODING", "j").expectBulk("hashtable");
    server.send("HPTTL", "j", "FIELDS", 3, "a", "b", "c").expectArray(100, -1, -1);
    server.advance(Duration.ofMillis(100));
    server.send("HKEYS", "j").expectUnordered("b", "c");
    server.send("SELECT", 1).expect("OK");
    server.send("HGETALL", "i").expectArray("b", "2");
    server.send("TTL", "i").expectInteger(1_000);
  }

  @Test
  void takesManyFields(TestServer server) {
    Object[] pairs = new Object[402];
    Object[] expire = new Object[205];
    pairs[0] = "HSET";
    pairs[1] = "many";
    System.arraycopy(new Object[] {"HPEXPIRE", "many", 100_000, "FIELDS", 200}, 0, expire, 0, 5);
    for (int i = 0; i < 200; i++) {
      pairs[2 + 2 * i] = "f" + i;
      pairs[3 + 2 * i] = i;
      expire[5 + i] = "f" + i;
    }
    server.send(pairs).expectInteger(200);
    assertThat(server.send(expire).elements()).containsOnly(new RespValue.IntegerValue(1));
    server.send("HLEN", "many").expectInteger(200);
    server.send("HGET", "many", "f199").expectBulk("199");
  }
}
