package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HOTKEYS STOP. */
@DualRun
@JacinthOnly("a command of Redis 8.6")
class HotKeysStopTest {
  @Test
  void endsTheSearch(TestServer server) {
    server.send("HOTKEYS", "STOP").expectNil();
    server.send("HOTKEYS", "START", "METRICS", 1, "CPU").expect("OK");
    server.send("HOTKEYS", "STOP").expect("OK");
    server.send("HOTKEYS", "STOP").expectNil();
    server
        .send("HOTKEYS", "STOP", "x")
        .expectError("ERR wrong number of arguments for 'hotkeys|stop' command");
  }
}
