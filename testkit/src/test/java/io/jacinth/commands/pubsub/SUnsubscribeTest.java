package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SUNSUBSCRIBE, whether or not there is a subscription. */
@DualRun
class SUnsubscribeTest {
  @Test
  void confirmsEachChannel(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "x").expectArray("subscribe", "x", 1);
    c.send("SSUBSCRIBE", "a", "b").expectArray("ssubscribe", "a", 1);
    c.read().expectArray("ssubscribe", "b", 2);
    c.send("SUNSUBSCRIBE", "b", "c").expectArray("sunsubscribe", "b", 1);
    c.read().expectArray("sunsubscribe", "c", 1);
    c.send("SUNSUBSCRIBE").expectArray("sunsubscribe", "a", 0);
    c.send("SUNSUBSCRIBE").expectArray("sunsubscribe", null, 0);
    server.send("SPUBLISH", "a", "m").expectInteger(0);
    c.send("GET", "k").expectErrorStarting("ERR Can't execute 'get'");
  }
}
