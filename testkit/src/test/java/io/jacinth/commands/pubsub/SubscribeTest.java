package io.jacinth.commands.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SUBSCRIBE, and what a subscriber in RESP2 may do. */
@DualRun
class SubscribeTest {
  @Test
  void confirmsEachChannel(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a", "b", "a").expectArray("subscribe", "a", 1);
    c.read().expectArray("subscribe", "b", 2);
    c.read().expectArray("subscribe", "a", 2);
    c.send("PSUBSCRIBE", "a*").expectArray("psubscribe", "a*", 3);
    c.send("SSUBSCRIBE", "a").expectArray("ssubscribe", "a", 1);
    c.send("SUBSCRIBE", "").expectRaw("*3\r\n$9\r\nsubscribe\r\n$0\r\n\r\n:4\r\n");
  }

  @Test
  void confirmsWithPushesInResp3(TestServer server) {
    TestConnection c = server.resp3();
    c.write("SUBSCRIBE", "a", "b").flush();
    c.readPush().expectArray("subscribe", "a", 1);
    c.readPush().expectArray("subscribe", "b", 2);
    c.send("SET", "k", "v").expect("OK");
    c.send("PING").expectSimple("PONG");
    c.send("PING", "x").expectBulk("x");
  }

  @Test
  void leavesFewCommandsInResp2(TestServer server) {
    TestConnection c = server.connect();
    c.send("SSUBSCRIBE", "a").expectArray("ssubscribe", "a", 1);
    c.send("GET", "k")
        .expectError(
            "ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET"
                + " are allowed in this context");
    c.send("CLIENT", "ID")
        .expectError(
            "ERR Can't execute 'client|id': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT /"
                + " RESET are allowed in this context");
    c.send("HELLO", "3").expectErrorStarting("ERR Can't execute 'hello': only");
    c.send("MULTI").expectErrorStarting("ERR Can't execute 'multi': only");
    c.send("GET").expectError("ERR wrong number of arguments for 'get' command");
    c.send("PING").expectRaw("*2\r\n$4\r\npong\r\n$0\r\n\r\n");
    c.send("PING", "x").expectRaw("*2\r\n$4\r\npong\r\n$1\r\nx\r\n");
    c.send("PING", "x", "y").expectError("ERR wrong number of arguments for 'ping' command");
    c.send("SUNSUBSCRIBE").expectArray("sunsubscribe", "a", 0);
    c.send("PING").expectSimple("PONG");
    c.send("GET", "k").expectNil();
  }

  @Test
  void endsWithReset(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    c.send("RESET").expectSimple("RESET");
    c.send("PUBLISH", "a", "m").expectInteger(0);
    c.send("PING").expectSimple("PONG");
  }

  @Test
  void endsBeforeItsConnectionIsSeenToEnd(TestServer server) {
    for (int i = 0; i < 100; i++) {
      TestConnection c = server.connect();
      c.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
      server.send("PUBSUB", "NUMSUB", "a").expectArray("a", 1);
      c.send("QUIT").expect("OK");
      c.expectClosed();
      server.send("PUBSUB", "NUMSUB", "a").expectArray("a", 0);
      server.send("PUBSUB", "CHANNELS").expectArray();
    }
  }

  @Test
  void isQueuedInATransaction(TestServer server) {
    TestConnection c = server.connect();
    c.send("MULTI").expect("OK");
    c.send("SUBSCRIBE", "a").expectSimple("QUEUED");
    c.send("PING").expectSimple("QUEUED");
    c.send("EXEC").expectArray(List.of("subscribe", "a", 1), List.of("pong", ""));
    c.send("GET", "k").expectErrorStarting("ERR Can't execute 'get'");
  }

  @Test
  void confirmsThoughRepliesAreOff(TestServer server) {
    TestConnection c = server.connect();
    c.write("CLIENT", "REPLY", "OFF").write("SUBSCRIBE", "a").flush();
    c.read().expectArray("subscribe", "a", 1);
    server.send("PUBLISH", "a", "m").expectInteger(1);
    c.read().expectArray("message", "a", "m");
    c.send("UNSUBSCRIBE").expectArray("unsubscribe", "a", 0);
  }

  @Test
  void needsAChannel(TestServer server) {
    server.send("SUBSCRIBE").expectError("ERR wrong number of arguments for 'subscribe' command");
  }

  @Test
  void isSeenInClientList(TestServer server) {
    TestConnection c = server.resp3();
    c.write("SUBSCRIBE", "a", "b").write("PSUBSCRIBE", "x*").write("SSUBSCRIBE", "s").flush();
    for (int i = 0; i < 4; i++) {
      c.readPush();
    }
    assertThat(c.send("CLIENT", "INFO").text()).contains(" flags=P ", " sub=2 psub=1 ");
  }
}
