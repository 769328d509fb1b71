package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB SHARDNUMSUB. */
@DualRun
class PubSubShardNumSubTest {
  @Test
  void countsSubscribersByName(TestServer server) {
    TestConnection c = server.connect();
    c.send("SSUBSCRIBE", "s").expectArray("ssubscribe", "s", 1);
    TestConnection other = server.connect();
    other.send("SSUBSCRIBE", "s").expectArray("ssubscribe", "s", 1);
    other.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    server.send("PUBSUB", "SHARDNUMSUB").expectArray();
    server.send("PUBSUB", "SHARDNUMSUB", "s", "a").expectArray("s", 2, "a", 0);
    other.send("SUNSUBSCRIBE", "s").expectArray("sunsubscribe", "s", 0);
    server.send("PUBSUB", "SHARDNUMSUB", "s").expectArray("s", 1);
  }
}
