package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SHUTDOWN. */
@DualRun
class ShutdownTest {
  @Test
  void refusesWhatContradictsItself(TestServer server) {
    server.send("SHUTDOWN", "x").expectError("ERR syntax error");
    server.send("SHUTDOWN", "SAVE", "NOSAVE").expectError("ERR syntax error");
    server.send("SHUTDOWN", "ABORT", "NOW").expectError("ERR syntax error");
    server.send("SHUTDOWN", "NOW", "NOW", "x").expectError("ERR syntax error");
    server.send("shutdown", "abort").expectError("ERR No shutdown in progress.");
  }
}
