package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCRIPT LOAD. */
@DualRun
class ScriptLoadTest {
  @Test
  void answersTheDigest(TestServer server) {
    server
        .send("SCRIPT", "LOAD", "return 1")
        .expectBulk("e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    server
        .send("SCRIPT", "LOAD", "return 1")
        .expectBulk("e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    server
        .send("SCRIPT", "LOAD")
        .expectError("ERR wrong number of arguments for 'script|load' command");
    server
        .send("SCRIPT", "LOAD", "a", "b")
        .expectError("ERR wrong number of arguments for 'script|load' command");
    server
        .send("SCRIPT", "LOAD", "return 1 +")
        .expectError(
            "ERR Error compiling script (new function): user_script:1: unexpected symbol near '<eof>'");
    server
        .send("SCRIPT", "LOAD", "#!x\n")
        .expectError("ERR Unexpected engine in script shebang: #!x");
  }
}
