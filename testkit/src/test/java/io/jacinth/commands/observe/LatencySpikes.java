package io.jacinth.commands.observe;

import io.jacinth.testkit.TestServer;

/** Makes commands that LATENCY records. */
final class LatencySpikes {
  private LatencySpikes() {}

  /** Forgets what was recorded, and records from 10 ms on. */
  static void record(TestServer server) {
    server.send("LATENCY", "RESET");
    server.send("CONFIG", "SET", "latency-monitor-threshold", 10).expect("OK");
  }

  /** A command that takes so many milliseconds. */
  static void of(TestServer server, int millis) {
    server.send("DEBUG", "SLEEP", millis / 1000.0).expect("OK");
  }
}
