package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SETEX. */
@DualRun
class SetExTest {
  @Test
  void setsWithATimeToLive(TestServer server) {
    server.send("SETEX", "k", "100", "v").expectSimple("OK");
    server.send("GET", "k").expectBulk("v");
    server.send("TTL", "k").expectInteger(100);
    server.send("SETEX", "k", "0", "v").expectError("ERR invalid expire time in 'setex' command");
    server.send("SETEX", "k", "-1", "v").expectError("ERR invalid expire time in 'setex' command");
    server.send("SETEX", "k", "x", "v").expectError("ERR value is not an integer or out of range");
    server
        .send("SETEX", "k", "9223372036854775807", "v")
        .expectError("ERR invalid expire time in 'setex' command");
    server
        .send("SETEX", "k", "10")
        .expectError("ERR wrong number of arguments for 'setex' command");
  }
}
