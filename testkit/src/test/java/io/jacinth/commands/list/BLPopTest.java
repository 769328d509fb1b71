package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BLPOP. */
@DualRun
class BLPopTest {
  @Test
  void takesWhatIsThere(TestServer server) {
    server.send("RPUSH", "a", "1", "2").expectInteger(2);
    server.send("RPUSH", "b", "3").expectInteger(1);
    server.send("BLPOP", "none", "a", "b", "1").expectArray("a", "1");
    server.send("BLPOP", "a", "0").expectArray("a", "2");
    server.send("BLPOP", "a", "b", "0.1").expectArray("b", "3");
    Lists.expectTimeout(server, "BLPOP", "a", "b", "0.01");
    server.send("EXISTS", "a", "b").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("BLPOP", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BLPOP", "none", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("BLPOP", "a", "x").expectError("ERR timeout is not a float or out of range");
    server.send("BLPOP", "a", "-1").expectError("ERR timeout is negative");
    server.send("BLPOP", "s", "-1").expectError("ERR timeout is negative");
    server.send("BLPOP", "a", "").expectError("ERR timeout is not a float or out of range");
    server.send("BLPOP", "a", "nan").expectError("ERR timeout is not a float or out of range");
    server.send("BLPOP", "a").expectError("ERR wrong number of arguments for 'blpop' command");
  }

  @Test
  void waitsForAnElement(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BLPOP", "a", "b", "c", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "b", "x", "y", "z").expectInteger(3);
    waiting.read().expectArray("b", "x");
    server.send("LLEN", "b").expectInteger(2);
  }

  @Test
  void servesInTheOrderOfArrival(TestServer server) {
    TestConnection first = server.connect();
    TestConnection second = server.connect();
    first.write("BLPOP", "a", 0).flush();
    Lists.awaitBlocked(server, 1);
    second.write("BLPOP", "b", "a", 0).flush();
    Lists.awaitBlocked(server, 2);
    server.send("RPUSH", "a", "1").expectInteger(1);
    first.read().expectArray("a", "1");
    server.send("RPUSH", "a", "2").expectInteger(1);
    second.read().expectArray("a", "2");
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void isNotServedFromAnotherType(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BLPOP", "a", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("SET", "a", "text").expect("OK");
    server.send("RPUSH", "other", "1").expectInteger(1);
    server.send("RENAME", "other", "a").expect("OK");
    waiting.read().expectArray("a", "1");
  }

  /** Time stands still in a transaction, but not for those who are served behind it. */
  @Test
  void isNotServedWhatHasExpiredMeanwhile(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BLPOP", "a", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("MULTI").expectSimple("OK");
    server.send("RPUSH", "a", "x").expectSimple("QUEUED");
    server.send("PEXPIRE", "a", 20).expectSimple("QUEUED");
    server.send("DEBUG", "SLEEP", "0.05").expectSimple("QUEUED");
    server.send("EXEC").expectArray(1, 1, "OK");
    server.send("EXISTS", "a").expectInteger(0);
    server.send("RPUSH", "a", "y").expectInteger(1);
    waiting.read().expectArray("a", "y");
  }
}
