package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** EVALSHA_RO. */
@DualRun
class EvalShaRoTest {
  @Test
  void mayNotWrite(TestServer server) {
    server
        .send("SCRIPT", "LOAD", "return redis.call('SET',KEYS[1],1)")
        .expectBulk("a8e045687019c1230c01d4717e0579b12b1a1b50");
    server
        .send("EVALSHA_RO", "ac9a5e92fbabbd37c1c3dd58a2b1e4b1c3fdb3d2", 1, "a")
        .expectError("NOSCRIPT No matching script. Please use EVAL.");
    server.send("EVALSHA_RO", "x", 0).expectError("NOSCRIPT No matching script. Please use EVAL.");
    server
        .send("EVALSHA_RO", "a8e045687019c1230c01d4717e0579b12b1a1b50", 1, "a")
        .expectError(
            "ERR Write commands are not allowed from read-only scripts. script: a8e045687019c1230c01d4717e0579b12b1a1b50, on @user_script:1.");
  }
}
