package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PUBSUB SHARDCHANNELS. */
@DualRun
class PubSubShardChannelsTest {
  @Test
  void listsWhatIsHeard(TestServer server) {
    server.send("PUBSUB", "SHARDCHANNELS").expectArray();
    TestConnection c = server.connect();
    c.send("SSUBSCRIBE", "four", "five").expectArray("ssubscribe", "four", 1);
    c.read().expectArray("ssubscribe", "five", 2);
    c.send("SUBSCRIBE", "one").expectArray("subscribe", "one", 1);
    server.send("PUBSUB", "SHARDCHANNELS").expectUnordered("four", "five");
    server.send("PUBSUB", "SHARDCHANNELS", "fi*").expectArray("five");
    server.send("PUBSUB", "SHARDCHANNELS", "x").expectArray();
    c.send("RESET").expectSimple("RESET");
    server.send("PUBSUB", "SHARDCHANNELS").expectArray();
  }

  @Test
  void takesOnePattern(TestServer server) {
    server
        .send("PUBSUB", "SHARDCHANNELS", "a", "b")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'SHARDCHANNELS'. Try PUBSUB"
                + " HELP.");
  }
}
