package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB NUMPAT. */
@DualRun
class PubSubNumPatTest {
  @Test
  void countsDifferentPatterns(TestServer server) {
    server.send("PUBSUB", "NUMPAT").expectInteger(0);
    TestConnection c = server.connect();
    c.send("PSUBSCRIBE", "a*").expectArray("psubscribe", "a*", 1);
    TestConnection other = server.connect();
    other.send("PSUBSCRIBE", "a*", "b*").expectArray("psubscribe", "a*", 1);
    other.read().expectArray("psubscribe", "b*", 2);
    server.send("PUBSUB", "NUMPAT").expectInteger(2);
    server
        .send("PUBSUB", "NUMPAT", "x")
        .expectError("ERR wrong number of arguments for 'pubsub|numpat' command");
  }
}
