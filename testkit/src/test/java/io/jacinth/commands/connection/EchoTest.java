package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ECHO. */
@DualRun
class EchoTest {
  @Test
  void answersItsArgument(TestServer server) {
    server.send("ECHO", "hello").expectBulk("hello");
    server.send("ECHO", "").expectBulk("");
    server.resp3().send("ECHO", "a\r\nb").expectRaw("$4\r\na\r\nb\r\n");
  }

  @Test
  void takesExactlyOneArgument(TestServer server) {
    server.send("ECHO").expectError("ERR wrong number of arguments for 'echo' command");
    server.send("ECHO", "a", "b").expectError("ERR wrong number of arguments for 'echo' command");
  }
}
