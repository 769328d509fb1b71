package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** UNSUBSCRIBE, whether or not there is a subscription. */
@DualRun
class UnsubscribeTest {
  @Test
  void confirmsEachChannel(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a", "b").expectArray("subscribe", "a", 1);
    c.read().expectArray("subscribe", "b", 2);
    c.send("PSUBSCRIBE", "p").expectArray("psubscribe", "p", 3);
    c.send("UNSUBSCRIBE", "b", "c").expectArray("unsubscribe", "b", 2);
    c.read().expectArray("unsubscribe", "c", 2);
    c.send("UNSUBSCRIBE").expectArray("unsubscribe", "a", 1);
    c.send("UNSUBSCRIBE").expectArray("unsubscribe", null, 1);
    server.send("PUBLISH", "a", "m").expectInteger(0);
  }

  @Test
  void answersWithoutSubscriptions(TestServer server) {
    server.send("UNSUBSCRIBE").expectRaw("*3\r\n$11\r\nunsubscribe\r\n$-1\r\n:0\r\n");
    server.send("UNSUBSCRIBE", "a", "b").expectArray("unsubscribe", "a", 0);
    TestConnection c = server.resp3();
    c.write("UNSUBSCRIBE").flush();
    c.readPush().expectArray("unsubscribe", null, 0);
  }

  @Test
  void ofAllConfirmsEach(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a", "b").expectArray("subscribe", "a", 1);
    c.read().expectArray("subscribe", "b", 2);
    c.send("UNSUBSCRIBE").expectArray("unsubscribe", Expectation.any(), 1);
    c.read().expectArray("unsubscribe", Expectation.any(), 0);
    c.send("SET", "k", "v").expect("OK");
  }
}
