package io.jacinth.commands.transaction;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DISCARD. */
@DualRun
class DiscardTest {
  @Test
  void forgetsTheQueue(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("DISCARD").expect("OK");
    server.send("EXISTS", "a").expectInteger(0);
    server.send("EXEC").expectError("ERR EXEC without MULTI");
  }

  @Test
  void needsMulti(TestServer server) {
    server.send("DISCARD").expectError("ERR DISCARD without MULTI");
    server.send("DISCARD", "x").expectError("ERR wrong number of arguments for 'discard' command");
  }

  @Test
  void forgetsTheWatches(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("DISCARD").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void forgetsAFailure(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("NOSUCH").expectError("ERR unknown command 'NOSUCH', with args beginning with: ");
    server.send("DISCARD").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }
}
