package io.jacinth.commands.pubsub;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** PUBLISH: who receives what, and in which order. */
@DualRun
class PublishTest {
  @Test
  void answersHowManyReceive(TestServer server) {
    TestConnection first = server.connect();
    TestConnection second = server.resp3();
    server.send("PUBLISH", "c", "m").expectInteger(0);
    first.send("SUBSCRIBE", "c").expectArray("subscribe", "c", 1);
    second.write("SUBSCRIBE", "c").write("PSUBSCRIBE", "[a-c]").flush();
    second.readPush().expectArray("subscribe", "c", 1);
    second.readPush().expectArray("psubscribe", "[a-c]", 2);
    server.send("PUBLISH", "c", "m").expectInteger(3);
    first.read().expectRaw("*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$1\r\nm\r\n");
    second.readPush().expectArray("message", "c", "m");
    second.readPush().expectArray("pmessage", "[a-c]", "c", "m");
  }

  @Test
  void takesAnyBytes(TestServer server) {
    TestConnection c = server.connect();
    byte[] bytes = {0, '\r', '\n', -1};
    c.send("SUBSCRIBE", bytes).expectArray("subscribe", bytes, 1);
    server.send("PUBLISH", bytes, bytes).expectInteger(1);
    c.read().expectArray("message", bytes, bytes);
    byte[] large = new byte[300_000];
    Arrays.fill(large, (byte) 7);
    server.send("PUBLISH", bytes, large).expectInteger(1);
    c.read().expectArray("message", bytes, large);
  }

  @Test
  void reachesThePublisherItself(TestServer server) {
    TestConnection c = server.resp3();
    c.write("SUBSCRIBE", "c").flush();
    c.readPush().expectArray("subscribe", "c", 1);
    for (int i = 0; i < 100; i++) {
      c.write("PUBLISH", "c", i);
    }
    for (int i = 0; i < 100; i++) {
      c.read().expectInteger(1);
      c.readPush().expectArray("message", "c", Integer.toString(i));
    }
    c.write("UNSUBSCRIBE", "c").flush();
    c.readPush().expectArray("unsubscribe", "c", 0);
    c.send("PUBLISH", "c", "m").expectInteger(0);
  }

  @Test
  void keepsTheOrderOfAPublisher(TestServer server) {
    TestConnection c = server.connect();
    TestConnection publisher = server.connect();
    c.send("SUBSCRIBE", "a", "b").expectArray("subscribe", "a", 1);
    c.read().expectArray("subscribe", "b", 2);
    for (int i = 0; i < 1000; i++) {
      publisher.write("PUBLISH", i % 2 == 0 ? "a" : "b", i);
    }
    for (int i = 0; i < 1000; i++) {
      publisher.read().expectInteger(1);
    }
    c.write("PING");
    for (int i = 0; i < 1000; i++) {
      c.read().expectArray("message", i % 2 == 0 ? "a" : "b", Integer.toString(i));
    }
    c.read().expectArray("pong", "");
  }

  @Test
  void worksInATransaction(TestServer server) {
    TestConnection c = server.connect();
    c.send("SUBSCRIBE", "a").expectArray("subscribe", "a", 1);
    TestConnection publisher = server.connect();
    publisher.send("MULTI").expect("OK");
    publisher.send("PUBLISH", "a", "1").expectSimple("QUEUED");
    publisher.send("PUBLISH", "a", "2").expectSimple("QUEUED");
    publisher.send("EXEC").expectArray(1, 1);
    c.read().expectArray("message", "a", "1");
    c.read().expectArray("message", "a", "2");
  }

  @Test
  void reachesWhoWaitsForAKey(TestServer server) {
    TestConnection c = server.resp3();
    c.write("SUBSCRIBE", "a").write("BLPOP", "list", 0).flush();
    c.readPush().expectArray("subscribe", "a", 1);
    server.send("PUBLISH", "a", "m").expectInteger(1);
    c.readPush().expectArray("message", "a", "m");
    server.send("RPUSH", "list", "v").expectInteger(1);
    c.read().expectArray("list", "v");
  }

  @Test
  void needsBothArguments(TestServer server) {
    server.send("PUBLISH", "a").expectError("ERR wrong number of arguments for 'publish' command");
  }
}
