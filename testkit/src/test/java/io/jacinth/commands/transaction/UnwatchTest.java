package io.jacinth.commands.transaction;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** UNWATCH. */
@DualRun
class UnwatchTest {
  @Test
  void forgetsTheWatches(TestServer server) {
    server.send("WATCH", "a", "b").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("UNWATCH").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void comesTooLateInATransaction(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("UNWATCH").expectSimple("QUEUED");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
    server.send("UNWATCH").expect("OK");
    server.send("UNWATCH", "x").expectError("ERR wrong number of arguments for 'unwatch' command");
  }
}
