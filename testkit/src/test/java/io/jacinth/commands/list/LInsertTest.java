package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LINSERT. */
@DualRun
class LInsertTest {
  @Test
  void addsBesideAPivot(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "b").expectInteger(4);
    server.send("LINSERT", "l", "BEFORE", "b", "x").expectInteger(5);
    server.send("LINSERT", "l", "after", "b", "y").expectInteger(6);
    server.send("LINSERT", "l", "AFTER", "c", "5").expectInteger(7);
    server.send("LINSERT", "l", "BEFORE", "a", "first").expectInteger(8);
    server.send("LRANGE", "l", "0", "-1").expectArray("first", "a", "x", "b", "y", "c", "5", "b");
    server.send("LINSERT", "l", "BEFORE", "none", "x").expectInteger(-1);
    server.send("LINSERT", "none", "BEFORE", "a", "x").expectInteger(0);
    server.send("LINSERT", "l", "beside", "a", "x").expectError("ERR syntax error");
    server.send("LINSERT", "none", "beside", "a", "x").expectError("ERR syntax error");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LINSERT", "s", "BEFORE", "a", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LINSERT", "s", "x", "a", "x").expectError("ERR syntax error");
    server.send("RPUSH", "n", "1", "2", "3").expectInteger(3);
    server.send("LINSERT", "n", "BEFORE", "2", "1.5").expectInteger(4);
    server.send("LRANGE", "n", "0", "-1").expectArray("1", "1.5", "2", "3");
    server
        .send("LINSERT", "l", "BEFORE", "a")
        .expectError("ERR wrong number of arguments for 'linsert' command");
  }

  @Test
  void splitsNodes(TestServer server) {
    Lists.fill(server, "l", 2_000);
    for (int i = 0; i < 2_000; i++) {
      server.send("LINSERT", "l", "AFTER", "element:1000", "new").expectInteger(2_001 + i);
    }
    server.send("LRANGE", "l", 0, 1_000).expectArray(Lists.elements(0, 1_000));
    server.send("LINDEX", "l", 1_001).expectBulk("new");
    server.send("LINDEX", "l", 3_000).expectBulk("new");
    server.send("LRANGE", "l", 3_001, -1).expectArray(Lists.elements(1_001, 1_999));
    server.send("LREM", "l", 0, "new").expectInteger(2_000);
    server.send("LRANGE", "l", 0, -1).expectArray(Lists.elements(0, 1_999));
  }
}
