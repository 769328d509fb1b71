package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCARD. */
@DualRun
class SCardTest {
  @Test
  void counts(TestServer server) {
    server.send("SCARD", "none").expectInteger(0);
    server.send("SADD", "s", "a", "b", "c").expectInteger(3);
    server.send("SCARD", "s").expectInteger(3);
    server.send("SADD", "i", "1", "2").expectInteger(2);
    server.send("SCARD", "i").expectInteger(2);
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SCARD", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SCARD").expectError("ERR wrong number of arguments for 'scard' command");
    server.send("SCARD", "a", "b").expectError("ERR wrong number of arguments for 'scard' command");
  }
}
