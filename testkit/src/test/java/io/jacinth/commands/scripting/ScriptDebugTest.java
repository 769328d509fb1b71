package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SCRIPT DEBUG and SCRIPT HELP. */
@DualRun
class ScriptDebugTest {
  @Test
  void isOff(TestServer server) {
    server.send("SCRIPT", "DEBUG", "NO").expect("OK");
    server.send("SCRIPT", "DEBUG", "x").expectError("ERR Use SCRIPT DEBUG YES/SYNC/NO");
    server
        .send("SCRIPT", "DEBUG")
        .expectError("ERR wrong number of arguments for 'script|debug' command");
    server
        .send("SCRIPT", "NOSUCH")
        .expectError("ERR unknown subcommand 'NOSUCH'. Try SCRIPT HELP.");
    server.send("SCRIPT").expectError("ERR wrong number of arguments for 'script' command");
  }

  @Test
  void isRefusedInATransaction(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SCRIPT", "DEBUG", "NO").expect("QUEUED");
    server.send("SCRIPT", "DEBUG", "x").expect("QUEUED");
    Expectation refusal = Expectation.error("ERR SCRIPT DEBUG must be called outside a pipeline");
    server.send("EXEC").expectArray(refusal, refusal);
  }

  @Test
  void offLeavesScriptsAsTheyAre(TestServer server) {
    server.send("SCRIPT", "DEBUG", "NO").expect("OK");
    server.send("EVAL", "return redis.breakpoint()", "0").expectNil();
    server.send("EVAL", "redis.debug('x') return 1", "0").expect(1);
  }

  @JacinthOnly("there is no debugger, and a script runs to its end")
  @Test
  void onIsRefused(TestServer server) {
    for (String mode : List.of("YES", "sync")) {
      server.send("SCRIPT", "DEBUG", mode).expectError("ERR there is no debugger of scripts");
      server.send("EVAL", "redis.breakpoint() return 1", "0").expect(1);
    }
  }
}
