package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** SCRIPT SHOW, which Redis does not have. */
@DualRun
@JacinthOnly("not in Redis")
class ScriptShowTest {
  @Test
  void answersTheText(TestServer server) {
    String name = server.send("SCRIPT", "LOAD", "return 1 -- as it came").text();
    server.send("SCRIPT", "SHOW", name).expectBulk("return 1 -- as it came");
    server
        .send("SCRIPT", "SHOW", name.toUpperCase(Locale.ROOT))
        .expectBulk("return 1 -- as it came");
    server
        .send("SCRIPT", "SHOW", "4a3b4b3e2d6ac54c8ed0ea2ce8c6a4a9d1f5a2d5")
        .expectError("NOSCRIPT No matching script.");
    server.send("SCRIPT", "SHOW", "x").expectError("NOSCRIPT No matching script.");
    server
        .send("SCRIPT", "SHOW")
        .expectError("ERR wrong number of arguments for 'script|show' command");
  }
}
