package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RENAME. */
@DualRun
class RenameTest {
  @Test
  void movesValueAndDeadline(TestServer server) {
    for (String value : new String[] {"1", "text", "x".repeat(100), "y".repeat(100_000)}) {
      server.send("SET", "a", value, "EX", 100).expect("OK");
      server.send("SET", "b", "old").expect("OK");
      server.send("RENAME", "a", "b").expectSimple("OK");
      server.send("EXISTS", "a").expectInteger(0);
      server.send("GET", "b").expect(value);
      server.send("TTL", "b").expectIntegerBetween(95, 100);
      server.send("DBSIZE").expectInteger(1);
    }
  }

  @Test
  void movesBetweenManyNames(TestServer server) {
    String value = "v".repeat(30_000);
    server.send("SET", "key:0", value).expect("OK");
    for (int i = 0; i < 100; i++) {
      server.send("RENAME", "key:" + i, "key:" + (i + 1)).expect("OK");
    }
    server.send("KEYS", "*").expectArray("key:100");
    server.send("GET", "key:100").expect(value);
  }

  @Test
  void takesTheDeadlineOfTheTargetAway(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("SET", "b", 2, "EX", 100).expect("OK");
    server.send("RENAME", "a", "b").expect("OK");
    server.send("TTL", "b").expectInteger(-1);
  }

  @Test
  void wantsAnExistingKeyEvenForTheSameName(TestServer server) {
    server.send("SET", "a", 1, "EX", 100).expect("OK");
    server.send("RENAME", "a", "a").expect("OK");
    server.send("TTL", "a").expectIntegerBetween(95, 100);
    server.send("RENAME", "none", "none").expectError("ERR no such key");
    server.send("RENAME", "none", "a").expectError("ERR no such key");
    server.send("GET", "a").expect("1");
    server.send("RENAME", "a").expectError("ERR wrong number of arguments for 'rename' command");
  }

  @Test
  void staysWithinItsPartitionByAHashTag(TestServer server) {
    String value = "v".repeat(50_000);
    server.send("SET", "{t}a", value, "EX", 100).expect("OK");
    server.send("SET", "{t}b", "w".repeat(60_000)).expect("OK");
    server.send("RENAME", "{t}a", "{t}b").expect("OK");
    server.send("GET", "{t}b").expect(value);
    server.send("TTL", "{t}b").expectIntegerBetween(95, 100);
    server.send("APPEND", "{t}b", "x").expectInteger(50_001);
    server.send("DBSIZE").expectInteger(1);
  }
}
