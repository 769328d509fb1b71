package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PSUBSCRIBE: patterns beside channels. */
@DualRun
class PSubscribeTest {
  @Test
  void hearsWhatMatches(TestServer server) {
    TestConnection c = server.connect();
    c.send("PSUBSCRIBE", "foo.*", "b?r", "foo.*").expectArray("psubscribe", "foo.*", 1);
    c.read().expectArray("psubscribe", "b?r", 2);
    c.read().expectArray("psubscribe", "foo.*", 2);
    server.send("PUBLISH", "foo.1", "x").expectInteger(1);
    server.send("PUBLISH", "bar", "y").expectInteger(1);
    server.send("PUBLISH", "baar", "z").expectInteger(0);
    server.send("PUBLISH", "foo.", "").expectInteger(1);
    c.read().expectArray("pmessage", "foo.*", "foo.1", "x");
    c.read().expectArray("pmessage", "b?r", "bar", "y");
    c.read().expectArray("pmessage", "foo.*", "foo.", "");
  }

  @Test
  void comesAfterTheChannelItself(TestServer server) {
    TestConnection c = server.connect();
    c.send("PSUBSCRIBE", "f*").expectArray("psubscribe", "f*", 1);
    c.send("SUBSCRIBE", "foo").expectArray("subscribe", "foo", 2);
    c.send("PSUBSCRIBE", "foo").expectArray("psubscribe", "foo", 3);
    server.send("PUBLISH", "foo", "m").expectInteger(3);
    c.read().expectArray("message", "foo", "m");
    c.read().expectArray("pmessage", Expectation.any(), "foo", "m");
    c.read().expectArray("pmessage", Expectation.any(), "foo", "m");
  }

  @Test
  void needsAPattern(TestServer server) {
    server.send("PSUBSCRIBE").expectError("ERR wrong number of arguments for 'psubscribe' command");
  }
}
