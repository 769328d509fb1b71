package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** EVALSHA. */
@DualRun
class EvalShaTest {
  @Test
  void runsWhatWasLoaded(TestServer server) {
    server
        .send("EVALSHA", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db", 0)
        .expectError("NOSCRIPT No matching script. Please use EVAL.");
    server.send("EVAL", "return 1", 0).expectInteger(1);
    server.send("EVALSHA", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db", 0).expectInteger(1);
    server.send("EVALSHA", "E0E1F9FABFC9D4800C877A703B823AC0578FF8DB", 0).expectInteger(1);
  }

  @Test
  void checksInThisOrder(TestServer server) {
    server.send("EVALSHA", "x", "y").expectError("NOSCRIPT No matching script. Please use EVAL.");
    server
        .send("EVALSHA", "1111111111111111111111111111111111111111", "y")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("EVALSHA", "1111111111111111111111111111111111111111", -1)
        .expectError("ERR Number of keys can't be negative");
    server
        .send("EVALSHA", "1111111111111111111111111111111111111111", 1)
        .expectError("ERR Number of keys can't be greater than number of args");
    server
        .send("EVALSHA", "1111111111111111111111111111111111111111", 0)
        .expectError("NOSCRIPT No matching script. Please use EVAL.");
    server
        .send("EVALSHA", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0)
        .expectError("NOSCRIPT No matching script. Please use EVAL.");
    server.send("EVALSHA", "x").expectError("ERR wrong number of arguments for 'evalsha' command");
  }

  @Test
  void hasKeysAndArguments(TestServer server) {
    server
        .send("SCRIPT", "LOAD", "return {KEYS[1],ARGV[1]}")
        .expectBulk("bfbf458525d6a0b19200bfd6db3af481156b367b");
    server
        .send("EVALSHA", "d006f1a90249474274c76f5be725b8f5804a346b", 1, "a", "b")
        .expectError("NOSCRIPT No matching script. Please use EVAL.");
    server
        .send("SCRIPT", "LOAD", "return {KEYS[1],ARGV[1],redis.call('SET',KEYS[1],ARGV[1])}")
        .expectBulk("ea9d85bcafc0d655e013aed0b484d7dcdeb178e3");
  }
}
