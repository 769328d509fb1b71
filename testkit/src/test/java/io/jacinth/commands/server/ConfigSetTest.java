package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CONFIG SET. */
@DualRun
class ConfigSetTest {
  @Test
  void setsAllOrNone(TestServer server) {
    server.send("CONFIG", "SET", "maxmemory", "1mb", "hz", "20").expectSimple("OK");
    server.send("CONFIG", "GET", "maxmemory").expectArray("maxmemory", "1048576");
    server.send("CONFIG", "GET", "hz").expectArray("hz", "20");
    server
        .send("CONFIG", "SET", "maxmemory", "2mb", "hz", "x")
        .expectErrorStarting("ERR CONFIG SET failed (possibly related to argument 'hz') - ");
    server.send("CONFIG", "GET", "maxmemory").expectArray("maxmemory", "1048576");
  }

  @Test
  void checksNamesFirst(TestServer server) {
    server
        .send("CONFIG", "SET", "hz", "x", "no-such-setting", "1")
        .expectError(
            "ERR Unknown option or number of arguments for CONFIG SET - 'no-such-setting'");
    server
        .send("CONFIG", "SET", "databases", "1")
        .expectError(
            "ERR CONFIG SET failed (possibly related to argument 'databases')"
                + " - can't set immutable config");
    server
        .send("CONFIG", "SET", "hz", "1", "hz", "2")
        .expectError(
            "ERR CONFIG SET failed (possibly related to argument 'hz') - duplicate parameter");
  }

  @Test
  void takesPairs(TestServer server) {
    server
        .send("CONFIG", "SET", "hz")
        .expectError("ERR wrong number of arguments for 'config|set' command");
    server.send("CONFIG", "SET", "hz", "10", "maxmemory").expectError("ERR syntax error");
  }

  @Test
  void keepsBytesAsTheyAre(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "p\u00e4ss \"x\"").expectSimple("OK");
    server.send("CONFIG", "GET", "requirepass").expectArray("requirepass", "p\u00e4ss \"x\"");
    server.send("AUTH", "p\u00e4ss \"x\"").expectSimple("OK");
  }
}
