package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB NUMSUB. */
@DualRun
class PubSubNumSubTest {
  @Test
  void countsSubscribersByName(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    c.send("PSUBSCRIBE", "*").expectArray("psubscribe", "*", 2);
    TestConnection other = server.connect();
    other.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    other.send("SSUBSCRIBE", "s").expectArray("ssubscribe", "s", 1);
    server.send("PUBSUB", "NUMSUB").expectArray();
    server.send("PUBSUB", "NUMSUB", "a", "b", "a").expectArray("a", 2, "b", 0, "a", 2);
  }
}
