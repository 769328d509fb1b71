package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PEXPIRETIME. */
@DualRun
class PExpireTimeTest {
  @Test
  void answersTheDeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("PEXPIRETIME", "a").expectInteger(-1);
    server.send("PEXPIRETIME", "none").expectInteger(-2);
    server.send("PEXPIREAT", "a", 33177117420499L).expectInteger(1);
    server.send("PEXPIRETIME", "a").expectInteger(33177117420499L);
    server.send("PEXPIREAT", "a", 33177117420500L).expectInteger(1);
    server.send("PEXPIRETIME", "a").expectInteger(33177117420500L);
    server
        .send("PEXPIRETIME")
        .expectError("ERR wrong number of arguments for 'pexpiretime' command");
  }
}
