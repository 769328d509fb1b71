package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUNSUBSCRIBE, whether or not there is a subscription. */
@DualRun
class PUnsubscribeTest {
  @Test
  void confirmsEachPattern(TestServer server) {
    TestConnection c = server.connect();
    c.send("PSUBSCRIBE", "a*", "b*").expectArray("psubscribe", "a*", 1);
    c.read().expectArray("psubscribe", "b*", 2);
    c.send("PUNSUBSCRIBE", "a*", "c*").expectArray("punsubscribe", "a*", 1);
    c.read().expectArray("punsubscribe", "c*", 1);
    server.send("PUBLISH", "a", "m").expectInteger(0);
    server.send("PUBLISH", "b", "m").expectInteger(1);
    c.read().expectArray("pmessage", "b*", "b", "m");
    c.send("PUNSUBSCRIBE").expectArray("punsubscribe", "b*", 0);
    c.send("PUNSUBSCRIBE").expectArray("punsubscribe", null, 0);
    c.send("GET", "k").expectNil();
  }
}
