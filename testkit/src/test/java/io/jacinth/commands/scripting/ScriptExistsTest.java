package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCRIPT EXISTS. */
@DualRun
class ScriptExistsTest {
  @Test
  void tellsOfEach(TestServer server) {
    server.send("SCRIPT", "EXISTS", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db").expectArray(0);
    server
        .send("SCRIPT", "LOAD", "return 1")
        .expectBulk("e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    server
        .send(
            "SCRIPT",
            "EXISTS",
            "e0e1f9fabfc9d4800c877a703b823ac0578ff8db",
            "x",
            "E0E1F9FABFC9D4800C877A703B823AC0578FF8DB")
        .expectArray(1, 0, 1);
    server
        .send("SCRIPT", "EXISTS")
        .expectError("ERR wrong number of arguments for 'script|exists' command");
  }
}
