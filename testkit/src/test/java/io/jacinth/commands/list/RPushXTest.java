package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RPUSHX. */
@DualRun
class RPushXTest {
  @Test
  void addsOnlyWhereThereIsAList(TestServer server) {
    server.send("RPUSHX", "l", "a").expectInteger(0);
    server.send("EXISTS", "l").expectInteger(0);
    server.send("RPUSH", "l", "a").expectInteger(1);
    server.send("RPUSHX", "l", "b").expectInteger(2);
    server.send("RPUSHX", "l", "c", "d").expectInteger(4);
    server.send("LRANGE", "l", "0", "-1").expectArray("a", "b", "c", "d");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("RPUSHX", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("RPUSHX", "l").expectError("ERR wrong number of arguments for 'rpushx' command");
  }
}
