package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HOTKEYS RESET. */
@DualRun
@JacinthOnly("a command of Redis 8.6")
class HotKeysResetTest {
  @Test
  void forgetsWhatWasFound(TestServer server) {
    server.send("HOTKEYS", "RESET").expect("OK");
    server.send("HOTKEYS", "START", "METRICS", 1, "CPU").expect("OK");
    server
        .send("HOTKEYS", "RESET")
        .expectError("ERR hotkey tracking session in progress, stop tracking first");
    server.send("HOTKEYS", "STOP").expect("OK");
    server.send("HOTKEYS", "RESET").expect("OK");
    server.send("HOTKEYS", "GET").expectNil();
  }
}
