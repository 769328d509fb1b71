package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DECR. */
@DualRun
class DecrTest {
  @Test
  void subtractsOne(TestServer server) {
    server.send("DECR", "n").expectInteger(-1);
    server.send("DECR", "n").expectInteger(-2);
    server.send("GET", "n").expectBulk("-2");
    server.send("SET", "n", "-9223372036854775808").expectSimple("OK");
    server.send("DECR", "n").expectError("ERR increment or decrement would overflow");
    server.send("SET", "n", "abc").expectSimple("OK");
    server.send("DECR", "n").expectError("ERR value is not an integer or out of range");
    server.send("DECR").expectError("ERR wrong number of arguments for 'decr' command");
  }
}
