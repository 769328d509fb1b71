package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** INCRBY. */
@DualRun
class IncrByTest {
  @Test
  void adds(TestServer server) {
    server.send("INCRBY", "n", "5").expectInteger(5);
    server.send("INCRBY", "n", "-7").expectInteger(-2);
    server.send("INCRBY", "n", "9223372036854775807").expectInteger(9223372036854775805L);
    server
        .send("INCRBY", "n", "9223372036854775807")
        .expectError("ERR increment or decrement would overflow");
    server.send("INCRBY", "n", "-9223372036854775808").expectInteger(-3);
    server.send("INCRBY", "n", "abc").expectError("ERR value is not an integer or out of range");
    server
        .send("INCRBY", "n", "99999999999999999999")
        .expectError("ERR value is not an integer or out of range");
    server.send("INCRBY", "n").expectError("ERR wrong number of arguments for 'incrby' command");
  }
}
