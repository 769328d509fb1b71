package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION DUMP and FUNCTION RESTORE, of nothing. */
@DualRun
class FunctionDumpTest {
  @Test
  void isEmpty(TestServer server) {
    server
        .send("FUNCTION", "DUMP", "x")
        .expectError("ERR wrong number of arguments for 'function|dump' command");
    server
        .send("FUNCTION", "RESTORE", "x")
        .expectError("ERR DUMP payload version or checksum are wrong");
    server
        .send("FUNCTION", "RESTORE", "x", "FOO")
        .expectError(
            "ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.");
    server
        .send("FUNCTION", "RESTORE", "x", "FLUSH", "y")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'RESTORE'. Try FUNCTION HELP.");
    server
        .send("FUNCTION", "RESTORE")
        .expectError("ERR wrong number of arguments for 'function|restore' command");
  }
}
