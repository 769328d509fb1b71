package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** EXPIRETIME. */
@DualRun
class ExpireTimeTest {
  @Test
  void answersTheDeadline(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EXPIRETIME", "a").expectInteger(-1);
    server.send("EXPIRETIME", "none").expectInteger(-2);
    server.send("PEXPIREAT", "a", 33177117420499L).expectInteger(1);
    server.send("EXPIRETIME", "a").expectInteger(33177117420L);
    server.send("PEXPIREAT", "a", 33177117420500L).expectInteger(1);
    server.send("EXPIRETIME", "a").expectInteger(33177117421L);
    server.send("EXPIRETIME").expectError("ERR wrong number of arguments for 'expiretime' command");
  }
}
