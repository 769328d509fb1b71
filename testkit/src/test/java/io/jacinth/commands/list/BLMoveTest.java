package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BLMOVE. */
@DualRun
class BLMoveTest {
  @Test
  void movesWhatIsThere(TestServer server) {
    server.send("RPUSH", "a", "1", "2").expectInteger(2);
    server.send("BLMOVE", "a", "b", "RIGHT", "LEFT", "1").expectBulk("2");
    server.send("BLMOVE", "a", "a", "RIGHT", "LEFT", "0").expectBulk("1");
    server.send("BLMOVE", "a", "b", "RIGHT", "LEFT", "0").expectBulk("1");
    server.send("LRANGE", "b", "0", "-1").expectArray("1", "2");
    Lists.expectTimeout(server, "BLMOVE", "a", "b", "RIGHT", "LEFT", "0.01");
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("RPUSH", "a", "1").expectInteger(1);
    server.send("BLMOVE", "a", "b", "UP", "LEFT", "1").expectError("ERR syntax error");
    server.send("BLMOVE", "a", "b", "LEFT", "DOWN", "x").expectError("ERR syntax error");
    server
        .send("BLMOVE", "a", "s", "RIGHT", "LEFT", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BLMOVE", "s", "a", "RIGHT", "LEFT", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BLMOVE", "a", "b", "RIGHT", "LEFT", "x")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BLMOVE", "s", "a", "RIGHT", "LEFT", "-1").expectError("ERR timeout is negative");
    Lists.expectTimeout(server, "BLMOVE", "none", "s", "RIGHT", "LEFT", "0.01");
    server
        .send("BLMOVE", "a", "b")
        .expectError("ERR wrong number of arguments for 'blmove' command");
  }

  @Test
  void waitsForAnElement(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BLMOVE", "a", "b", "RIGHT", "LEFT", 0).flush();
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
    first.write("BLMOVE", "a", "b", "RIGHT", "LEFT", 0).flush();
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
    waiting.write("BLMOVE", "a", "b", "RIGHT", "LEFT", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "a", "x").expectInteger(1);
    waiting.read().expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LRANGE", "a", 0, -1).expectArray("x");
  }

  @Test
  void answersNilInATransaction(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("BLMOVE", "a", "b", "LEFT", "RIGHT", 0).expect("QUEUED");
    server.send("BRPOPLPUSH", "a", "b", 0).expect("QUEUED");
    server.send("BLPOP", "a", 0).expect("QUEUED");
    server.send("EXEC").expectRaw("*3\r\n$-1\r\n$-1\r\n*-1\r\n");
  }
}
