package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LRANGE. */
@DualRun
class LRangeTest {
  @Test
  void answersBothEnds(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "4", "-5").expectInteger(5);
    server.send("LRANGE", "l", "0", "-1").expectArray("a", "b", "c", "4", "-5");
    server.send("LRANGE", "l", "1", "2").expectArray("b", "c");
    server.send("LRANGE", "l", "-2", "-1").expectArray("4", "-5");
    server.send("LRANGE", "l", "3", "1").expectArray();
    server.send("LRANGE", "l", "5", "9").expectArray();
    server.send("LRANGE", "l", "-100", "100").expectArray("a", "b", "c", "4", "-5");
    server.send("LRANGE", "l", "-100", "-100").expectArray();
    server
        .send("LRANGE", "l", "-9223372036854775808", "9223372036854775807")
        .expectArray("a", "b", "c", "4", "-5");
    server.send("LRANGE", "none", "0", "-1").expectArray();
    server
        .send("LRANGE", "none", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server.send("LRANGE", "l", "x", "1").expectError("ERR value is not an integer or out of range");
    server.send("LRANGE", "l", "1", "x").expectError("ERR value is not an integer or out of range");
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("LRANGE", "s", "x", "1").expectError("ERR value is not an integer or out of range");
    server
        .send("LRANGE", "s", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("LRANGE", "l", "1")
        .expectError("ERR wrong number of arguments for 'lrange' command");
  }

  @Test
  void crossesNodes(TestServer server) {
    Lists.fill(server, "l", 5_000);
    for (int from = 0; from < 5_000; from += 333) {
      int to = Math.min(from + 999, 4_999);
      server.send("LRANGE", "l", from, to).expectArray(Lists.elements(from, to));
    }
  }
}
