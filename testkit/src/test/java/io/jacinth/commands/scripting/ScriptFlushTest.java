package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SCRIPT FLUSH. */
@DualRun
class ScriptFlushTest {
  @Test
  void forgetsScripts(TestServer server) {
    server.send("EVAL", "return 1", 0).expectInteger(1);
    server.send("SCRIPT", "FLUSH").expect("OK");
    server.send("SCRIPT", "EXISTS", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db").expectArray(0);
    server.send("SCRIPT", "FLUSH", "SYNC").expect("OK");
    server.send("SCRIPT", "FLUSH", "async").expect("OK");
    server
        .send("SCRIPT", "FLUSH", "x")
        .expectError("ERR SCRIPT FLUSH only support SYNC|ASYNC option");
    server
        .send("SCRIPT", "FLUSH", "SYNC", "ASYNC")
        .expectError("ERR SCRIPT FLUSH only support SYNC|ASYNC option");
  }
}
