package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BRPOPLPUSH. */
@DualRun
class BRPopLPushTest {
  @Test
  void movesWhatIsThere(TestServer server) {
    server.send("RPUSH", "a", "1", "2").expectInteger(2);
    server.send("BRPOPLPUSH", "a", "b", "1").expectBulk("2");
    server.send("BRPOPLPUSH", "a", "a", "0").expectBulk("1");
    server.send("BRPOPLPUSH", "a", "b", "0").expectBulk("1");
    server.send("LRANGE", "b", "0", "-1").expectArray("1", "2");
    Lists.expectTimeout(server, "BRPOPLPUSH", "a", "b", "0.01");
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("RPUSH", "a", "1").expectInteger(1);
    server
        .send("BRPOPLPUSH", "a", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BRPOPLPUSH", "s", "a", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BRPOPLPUSH", "a", "b", "x")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BRPOPLPUSH", "s", "a", "-1").expectError("ERR timeout is negative");
    Lists.expectTimeout(server, "BRPOPLPUSH", "none", "s", "0.01");
    server
        .send("BRPOPLPUSH", "a", "b")
        .expectError("ERR wrong number of arguments for 'brpoplpush' command");
  }

  @Test
  void waitsForAnElement(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BRPOPLPUSH", "a", "b", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "a", "x", "y").expectInteger(2);
    waiting.read().expectBulk("y");
    server.send("LRANGE", "b", 0, -1).expectArray("y");
    server.send("LRANGE", "a", 0, -1).expectArray("x");
  }

  @Test
  void wakesWhoWaitsForTheTarget(TestServer server) {
    TestConnection last = server.connect();
    last.write("BLPOP", "b", 0).flush();
    Lists.awaitBlocked(server, 1);
    TestConnection first = server.connect();
    first.write("BRPOPLPUSH", "a", "b", 0).flush();
    Lists.awaitBlocked(server, 2);
    server.send("RPUSH", "a", "x").expectInteger(1);
    first.read().expectBulk("x");
    last.read().expectArray("b", "x");
    server.send("EXISTS", "a", "b").expectInteger(0);
  }

  @Test
  void failsWhereTheTargetIsNoList(TestServer server) {
    server.send("SET", "b", "text").expect("OK");
    TestConnection waiting = server.connect();
    waiting.write("BRPOPLPUSH", "a", "b", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "a", "x").expectInteger(1);
    waiting.read().expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LRANGE", "a", 0, -1).expectArray("x");
  }
}
