package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION KILL and FUNCTION HELP. */
@DualRun
class FunctionKillTest {
  @Test
  void findsNone(TestServer server) {
    server.send("FUNCTION", "KILL").expectError("NOTBUSY No scripts in execution right now.");
    server
        .send("FUNCTION", "KILL", "x")
        .expectError("ERR wrong number of arguments for 'function|kill' command");
    server
        .send("FUNCTION", "NOSUCH")
        .expectError("ERR unknown subcommand 'NOSUCH'. Try FUNCTION HELP.");
    server.send("FUNCTION").expectError("ERR wrong number of arguments for 'function' command");
  }
}
