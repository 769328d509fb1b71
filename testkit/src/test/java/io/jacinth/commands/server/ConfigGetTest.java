package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CONFIG GET. */
@DualRun
class ConfigGetTest {
  @Test
  void findsByNameAndPattern(TestServer server) {
    server.send("CONFIG", "GET", "maxmemory").expectArray("maxmemory", "0");
    server.send("CONFIG", "GET", "MaxMemory").expectArray("MaxMemory", "0");
    server
        .send("CONFIG", "GET", "maxmemory-s*", "maxmemory", "no-such-setting")
        .expectMap("maxmemory", "0", "maxmemory-samples", "5");
    server.send("CONFIG", "GET", "no-such-setting").expectArray();
  }

  @Test
  void isAMapInResp3(TestServer server) {
    server
        .resp3()
        .send("CONFIG", "GET", "maxmemory")
        .expectRaw("%1\r\n$9\r\nmaxmemory\r\n$1\r\n0\r\n");
    server.resp3().send("CONFIG", "GET", "no-such-setting").expectRaw("%0\r\n");
  }

  @Test
  void needsAName(TestServer server) {
    server
        .send("CONFIG", "GET")
        .expectError("ERR wrong number of arguments for 'config|get' command");
    server.send("CONFIG").expectError("ERR wrong number of arguments for 'config' command");
    server.send("CONFIG", "x").expectError("ERR unknown subcommand 'x'. Try CONFIG HELP.");
  }
}
