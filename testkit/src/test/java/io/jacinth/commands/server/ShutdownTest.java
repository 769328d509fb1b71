package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
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

  @Test
  @JacinthOnly("Redis can save")
  void refusesToSave(TestServer server) {
    server
        .send("SHUTDOWN", "SAVE")
        .expectError("ERR Errors trying to SHUTDOWN: this server cannot save yet, use NOSAVE");
  }
}
