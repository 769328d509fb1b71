package io.jacinth.commands.transaction;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MULTI. */
@DualRun
class MultiTest {
  @Test
  void queuesRequests(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("INCR", "a").expectSimple("QUEUED");
    server.send("GET", "a").expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK", 2, "2");
    server.send("GET", "a").expectBulk("2");
  }

  @Test
  void isNotNested(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("MULTI").expectError("ERR MULTI calls can not be nested");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK");
  }

  @Test
  void refusesArguments(TestServer server) {
    server.send("MULTI", 1).expectError("ERR wrong number of arguments for 'multi' command");
    server.send("MULTI").expect("OK");
    server.send("EXEC").expectArray();
  }
}
