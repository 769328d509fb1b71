package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DECRBY. */
@DualRun
class DecrByTest {
  @Test
  void subtracts(TestServer server) {
    server.send("DECRBY", "n", "5").expectInteger(-5);
    server.send("DECRBY", "n", "-7").expectInteger(2);
    server.send("DECRBY", "n", "x").expectError("ERR value is not an integer or out of range");
    server.send("DECRBY", "n", "1.5").expectError("ERR value is not an integer or out of range");
    server.send("DECRBY", "n", "-9223372036854775808").expectError("ERR decrement would overflow");
    server.send("DECRBY", "n", "9223372036854775807").expectInteger(-9223372036854775805L);
    server
        .send("DECRBY", "n", "9223372036854775807")
        .expectError("ERR increment or decrement would overflow");
    server.send("DECRBY", "n").expectError("ERR wrong number of arguments for 'decrby' command");
  }
}
