package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** XLEN. */
@DualRun
class XLenTest {
  @Test
  void counts(TestServer server) {
    server.send("XLEN", "s").expectInteger(0);
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "v").expectBulk("2-0");
    server.send("XLEN", "s").expectInteger(2);
    server.send("XDEL", "s", "1", "2").expectInteger(2);
    server.send("XLEN", "s").expectInteger(0);
    server.send("EXISTS", "s").expectInteger(1);
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XLEN", "k")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("XLEN").expectError("ERR wrong number of arguments for 'xlen' command");
    server.send("XLEN", "s", "s").expectError("ERR wrong number of arguments for 'xlen' command");
  }
}
