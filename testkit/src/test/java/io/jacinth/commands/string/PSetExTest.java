package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PSETEX. */
@DualRun
class PSetExTest {
  @Test
  void setsWithATimeToLive(TestServer server) {
    server.send("PSETEX", "k", "100000", "v").expectSimple("OK");
    server.send("GET", "k").expectBulk("v");
    server.send("TTL", "k").expectInteger(100);
    server.send("PSETEX", "k", "0", "v").expectError("ERR invalid expire time in 'psetex' command");
    server
        .send("PSETEX", "k", "-1", "v")
        .expectError("ERR invalid expire time in 'psetex' command");
    server.send("PSETEX", "k", "x", "v").expectError("ERR value is not an integer or out of range");
    server
        .send("PSETEX", "k", "9223372036854775807", "v")
        .expectError("ERR invalid expire time in 'psetex' command");
    server
        .send("PSETEX", "k", "10")
        .expectError("ERR wrong number of arguments for 'psetex' command");
  }
}
