package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BRPOP. */
@DualRun
class BRPopTest {
  @Test
  void takesWhatIsThere(TestServer server) {
    server.send("RPUSH", "a", "1", "2").expectInteger(2);
    server.send("RPUSH", "b", "3").expectInteger(1);
    server.send("BRPOP", "none", "a", "b", "1").expectArray("a", "2");
    server.send("BRPOP", "a", "0").expectArray("a", "1");
    server.send("BRPOP", "a", "b", "0.1").expectArray("b", "3");
    Lists.expectTimeout(server, "BRPOP", "a", "b", "0.01");
    server.send("EXISTS", "a", "b").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("BRPOP", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BRPOP", "none", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("BRPOP", "a", "x").expectError("ERR timeout is not a float or out of range");
    server.send("BRPOP", "a", "-1").expectError("ERR timeout is negative");
    server.send("BRPOP", "s", "-1").expectError("ERR timeout is negative");
    server.send("BRPOP", "a", "").expectError("ERR timeout is not a float or out of range");
    server.send("BRPOP", "a", "nan").expectError("ERR timeout is not a float or out of range");
    server.send("BRPOP", "a").expectError("ERR wrong number of arguments for 'brpop' command");
  }

  @Test
  void waitsForAnElement(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BRPOP", "a", "b", "c", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "b", "x", "y", "z").expectInteger(3);
    waiting.read().expectArray("b", "z");
    server.send("LLEN", "b").expectInteger(2);
  }

  @Test
  void servesInTheOrderOfArrival(TestServer server) {
    TestConnection first = server.connect();
    TestConnection second = server.connect();
    first.write("BRPOP", "a", 0).flush();
    Lists.awaitBlocked(server, 1);
    second.write("BRPOP", "b", "a", 0).flush();
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
    waiting.write("BRPOP", "a", 0).flush();
    Lists.awaitBlocked(server, 1);
    server.send("SET", "a", "text").expect("OK");
    server.send("RPUSH", "other", "1").expectInteger(1);
    server.send("RENAME", "other", "a").expect("OK");
    waiting.read().expectArray("a", "1");
  }
}
