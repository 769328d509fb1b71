package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
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

  @Test
  void takesNothingButEval(TestServer server) {
    try (TestConnection client = server.connect()) {
      client.send("SCRIPT", "DEBUG", "yes").expect("OK");
      String digest = "a".repeat(40);
      client
          .send("EVALSHA", digest, 0)
          .expectError("ERR Please use EVAL instead of EVALSHA for debugging");
      client.send("FCALL", "x", 0).expectError("ERR Function not found");
      client.send("PING").expect("PONG");
      client.send("SCRIPT", "DEBUG", "no").expect("OK");
      client.send("EVAL", "return 1", 0).expect(1);
    }
  }

  @Test
  void isNotForPipelines(TestServer server) {
    try (TestConnection client = server.connect()) {
      client.write("PING").write("SCRIPT", "DEBUG", "YES");
      client.read().expect("PONG");
      client.read().expectError("ERR SCRIPT DEBUG must be called outside a pipeline");
      client.send("EVAL", "return 1", 0).expect(1);
    }
  }
}
