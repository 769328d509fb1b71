package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB CHANNELS. */
@DualRun
class PubSubChannelsTest {
  @Test
  void listsWhatIsHeard(TestServer server) {
    server.send("PUBSUB", "CHANNELS").expectArray();
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "one").expectArray("subscribe", "one", 1);
    c.send("SUBSCRIBE", "two").expectArray("subscribe", "two", 2);
    c.send("PSUBSCRIBE", "three*").expectArray("psubscribe", "three*", 3);
    c.send("SSUBSCRIBE", "four").expectArray("ssubscribe", "four", 1);
    TestConnection other = server.connect();
    other.send("SUBSCRIBE", "two").expectArray("subscribe", "two", 1);
    server.send("PUBSUB", "CHANNELS").expectUnordered("one", "two");
    server.send("PUBSUB", "CHANNELS", "t*").expectArray("two");
    c.send("UNSUBSCRIBE", "one").expectArray("unsubscribe", "one", 2);
    server.send("PUBSUB", "CHANNELS").expectArray("two");
  }

  @Test
  void takesOnePattern(TestServer server) {
    server
        .send("PUBSUB", "CHANNELS", "a", "b")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'CHANNELS'. Try PUBSUB HELP.");
  }
}
