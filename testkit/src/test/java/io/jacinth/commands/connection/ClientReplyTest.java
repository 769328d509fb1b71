package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT REPLY. */
@DualRun
class ClientReplyTest {
  @Test
  void offAndOn(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "OFF").write("SET", "k", "v").write("NOSUCH").write("GET");
    connection.write("CLIENT", "REPLY", "ON").write("GET", "k");
    connection.read().expectSimple("OK");
    connection.read().expectBulk("v");
  }

  @Test
  void skipsOne(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "SKIP").write("ECHO", "a").write("ECHO", "b");
    connection.read().expectBulk("b");
    connection.write("CLIENT", "REPLY", "SKIP").write("NOSUCH").write("ECHO", "c");
    connection.read().expectBulk("c");
  }

  @Test
  void skipsAndSkipsAgain(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "SKIP").write("CLIENT", "REPLY", "SKIP");
    connection.write("ECHO", "a").write("ECHO", "b");
    connection.read().expectBulk("b");
    connection.write("CLIENT", "REPLY", "SKIP").write("CLIENT", "REPLY", "ON").write("ECHO", "c");
    connection.read().expectSimple("OK");
    connection.read().expectBulk("c");
  }

  @Test
  void skipDoesNotEndOff(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "OFF").write("CLIENT", "REPLY", "SKIP");
    connection.write("ECHO", "a").write("ECHO", "b").write("CLIENT", "REPLY", "ON");
    connection.read().expectSimple("OK");
  }

  @Test
  void knowsThreeWords(TestServer server) {
    server.send("CLIENT", "REPLY", "on").expectSimple("OK");
    server.send("CLIENT", "REPLY", "maybe").expectError("ERR syntax error");
    server
        .send("CLIENT", "REPLY")
        .expectError("ERR wrong number of arguments for 'client|reply' command");
  }
}
