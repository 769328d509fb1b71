package io.jacinth.commands.connection;

import io.jacinth.testkit.TestServer;

/** What tests of clients that wait have in common. */
final class PauseHelp {
  private PauseHelp() {}

  /** Returns once so many clients wait. */
  static void awaitBlocked(TestServer server, int clients) {
    String line = "blocked_clients:" + clients + "\r";
    while (!server.send("INFO", "clients").text().contains(line)) {
      Thread.onSpinWait();
    }
  }
}
