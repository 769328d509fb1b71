package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SPUBLISH reaches shard channels alone. */
@DualRun
class SPublishTest {
  @Test
  void answersHowManyReceive(TestServer server) {
    TestConnection c = server.resp3();
    c.write("SSUBSCRIBE", "a").write("SUBSCRIBE", "a").flush();
    c.readPush().expectArray("ssubscribe", "a", 1);
    c.readPush().expectArray("subscribe", "a", 1);
    server.send("SPUBLISH", "b", "m").expectInteger(0);
    server.send("SPUBLISH", "a", "m").expectInteger(1);
    c.readPush().expectArray("smessage", "a", "m");
    server
        .send("SPUBLISH", "a")
        .expectError("ERR wrong number of arguments for 'spublish' command");
  }
}
