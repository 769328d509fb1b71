package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SUBSTR. */
@DualRun
class SubStrTest {
  @Test
  void isGetRangeByAnotherName(TestServer server) {
    server.send("SET", "k", "Hello World").expectSimple("OK");
    server.send("SUBSTR", "k", "0", "4").expectBulk("Hello");
    server.send("SUBSTR", "k", "-5", "-1").expectBulk("World");
    server.send("SUBSTR", "missing", "0", "1").expectBulk("");
    server.send("SUBSTR", "k", "x", "1").expectError("ERR value is not an integer or out of range");
    server
        .send("SUBSTR", "k", "1")
        .expectError("ERR wrong number of arguments for 'substr' command");
  }
}
