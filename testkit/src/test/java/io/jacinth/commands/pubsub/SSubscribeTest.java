package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SSUBSCRIBE: channels that belong to a slot. */
@DualRun
class SSubscribeTest {
  @Test
  void hearsItsOwnKind(TestServer server) {
    TestConnection c = server.connect();
    c.send("SSUBSCRIBE", "a", "b", "a").expectArray("ssubscribe", "a", 1);
    c.read().expectArray("ssubscribe", "b", 2);
    c.read().expectArray("ssubscribe", "a", 2);
    c.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    c.send("PSUBSCRIBE", "*").expectArray("psubscribe", "*", 2);
    server.send("SPUBLISH", "a", "m").expectInteger(1);
    server.send("PUBLISH", "a", "n").expectInteger(2);
    c.read().expectArray("smessage", "a", "m");
    c.read().expectArray("message", "a", "n");
    c.read().expectArray("pmessage", "*", "a", "n");
  }

  @Test
  void needsAChannel(TestServer server) {
    server.send("SSUBSCRIBE").expectError("ERR wrong number of arguments for 'ssubscribe' command");
  }
}
