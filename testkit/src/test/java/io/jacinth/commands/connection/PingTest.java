package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PING. */
@DualRun
class PingTest {
  @Test
  void answersPong(TestServer server) {
    server.send("PING").expectSimple("PONG");
    server.send("ping", "hi there").expectBulk("hi there");
    server.send("PING", "").expectBulk("");
  }

  @Test
  void takesOneMessage(TestServer server) {
    server.send("PING", "a", "b").expectError("ERR wrong number of arguments for 'ping' command");
  }
}
