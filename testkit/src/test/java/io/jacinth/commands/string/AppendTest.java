package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** APPEND. */
@DualRun
class AppendTest {
  @Test
  void addsAtTheEnd(TestServer server) {
    server.send("APPEND", "k", "abc").expectInteger(3);
    server.send("APPEND", "k", "def").expectInteger(6);
    server.send("GET", "k").expectBulk("abcdef");
    server.send("APPEND", "k", "").expectInteger(6);
    server.send("APPEND", "new", "").expectInteger(0);
    server.send("EXISTS", "new").expectInteger(1);
    server.send("SET", "n", "12").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "n").expectBulk("int");
    server.send("APPEND", "n", "3").expectInteger(3);
    server.send("GET", "n").expectBulk("123");
    server.send("OBJECT", "ENCODING", "n").expectBulk("raw");
    server.send("INCR", "n").expectInteger(124);
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("SET", "k", "a", "EX", "1000").expectSimple("OK");
    server.send("APPEND", "k", "b").expectInteger(2);
    server.send("TTL", "k").expectInteger(1000);
  }

  @Test
  void refusesOtherTypesAndCounts(TestServer server) {
    server.send("APPEND", "k").expectError("ERR wrong number of arguments for 'append' command");
    server
        .send("APPEND", "k", "a", "b")
        .expectError("ERR wrong number of arguments for 'append' command");
    server.send("APPEND").expectError("ERR wrong number of arguments for 'append' command");
  }
}
