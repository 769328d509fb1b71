package io.jacinth.commands.stream;

import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;

/** Clients that wait for an entry. */
final class Waiting {
  private Waiting() {}

  /** Sends a request over a new connection and returns when the server lets the client wait. */
  static TestConnection client(TestServer server, Object... request) {
    TestConnection client = server.connect();
    client.write(request).flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
    return client;
  }
}
