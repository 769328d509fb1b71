package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** QUIT. */
@DualRun
class QuitTest {
  @Test
  void answersAndCloses(TestServer server) {
    TestConnection connection = server.connect();
    connection.send("QUIT").expectSimple("OK");
    connection.expectClosed();
  }

  @Test
  void ignoresArgumentsAndWhatFollows(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("QUIT", "a", "b").write("SET", "k", "v");
    connection.read().expectSimple("OK");
    connection.expectClosed();
    server.send("GET", "k").expectNil();
  }

  @Test
  void needsNoLogin(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection connection = server.connect();
    connection.send("QUIT").expectSimple("OK");
    connection.expectClosed();
  }
}
