package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HOTKEYS START. */
@DualRun
@JacinthOnly("a command of Redis 8.6")
class HotKeysStartTest {
  @Test
  void checksItsOptions(TestServer server) {
    String required = "ERR METRICS parameter is required";
    String count = "ERR METRICS count must be > 0 and <= 2";
    String mismatch = "ERR METRICS count does not match number of metric types provided";
    String none = "ERR METRICS no valid metrics passed. Supported: CPU|NET";
    server.send("HOTKEYS", "START").expectError(required);
    server.send("HOTKEYS", "START", "COUNT", 10).expectError(required);
    server.send("HOTKEYS", "START", "METRICS", 0).expectError(count);
    server.send("HOTKEYS", "START", "METRICS", -1, "CPU").expectError(count);
    server.send("HOTKEYS", "START", "METRICS", 3, "CPU", "NET").expectError(count);
    server.send("HOTKEYS", "START", "METRICS", 2, "CPU").expectError(mismatch);
    server.send("HOTKEYS", "START", "METRICS", 1, "CPU", "NET").expectError("ERR syntax error");
    server.send("HOTKEYS", "START", "METRICS", 1, "GPU").expectError(none);
    server.send("HOTKEYS", "START", "METRICS", 2, "GPU", "NYET").expectError(none);
    server
        .send("HOTKEYS", "START", "METRICS", 2, "CPU", "CPU")
        .expectError("ERR METRICS CPU defined more than once!");
    server
        .send("HOTKEYS", "START", "METRICS", 2, "NET", "NET")
        .expectError("ERR METRICS NET defined more than once!");
    server
        .send("HOTKEYS", "START", "METRICS", 1, "CPU", "COUNT", 0)
        .expectError("ERR COUNT must be between 1 and 64");
    server
        .send("HOTKEYS", "START", "METRICS", 1, "CPU", "COUNT", 65)
        .expectError("ERR COUNT must be between 1 and 64");
    server
        .send("HOTKEYS", "START", "METRICS", 1, "CPU", "DURATION", 0)
        .expectError("ERR DURATION must be between 1 and 1000000");
    server
        .send("HOTKEYS", "START", "METRICS", 1, "CPU", "SAMPLE", 0)
        .expectError("ERR SAMPLE ratio must be positive");
    server
        .send("HOTKEYS", "START", "METRICS", 1, "CPU", "SLOTS", 2, 0, 5)
        .expectError("ERR SLOTS parameter cannot be used in non-cluster mode");
    server.send("HOTKEYS", "START", "METRICS", 1, "CPU", "x").expectError("ERR syntax error");
    server.send("HOTKEYS", "GET").expectNil();
    server.send("HOTKEYS", "START", "METRICS", 2, "GPU", "CPU", "COUNT", 64).expect("OK");
  }

  @Test
  void isAloneAtATime(TestServer server) {
    String inProgress = "ERR hotkey tracking session already in progress";
    server.send("HOTKEYS", "START", "METRICS", 1, "CPU").expect("OK");
    server.send("HOTKEYS", "START", "METRICS", 1, "NET").expectError(inProgress);
    server.send("HOTKEYS", "START").expectError(inProgress);
    server.send("HOTKEYS", "STOP").expect("OK");
    server.send("HOTKEYS", "START", "METRICS", 1, "NET").expect("OK");
  }
}
