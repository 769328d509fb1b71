package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** INCR. */
@DualRun
class IncrTest {
  @Test
  void addsOne(TestServer server) {
    server.send("INCR", "n").expectInteger(1);
    server.send("INCR", "n").expectInteger(2);
    server.send("GET", "n").expectBulk("2");
    server.send("OBJECT", "ENCODING", "n").expectBulk("int");
    server.send("SET", "n", "9223372036854775807").expectSimple("OK");
    server.send("INCR", "n").expectError("ERR increment or decrement would overflow");
    server.send("SET", "n", " 1").expectSimple("OK");
    server.send("INCR", "n").expectError("ERR value is not an integer or out of range");
    server.send("SET", "n", "01").expectSimple("OK");
    server.send("INCR", "n").expectError("ERR value is not an integer or out of range");
    server.send("SET", "n", "").expectSimple("OK");
    server.send("INCR", "n").expectError("ERR value is not an integer or out of range");
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("SET", "n", "1", "EX", "1000").expectSimple("OK");
    server.send("INCR", "n").expectInteger(2);
    server.send("TTL", "n").expectInteger(1000);
  }
}
