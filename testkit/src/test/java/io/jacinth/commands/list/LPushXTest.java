package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LPUSHX. */
@DualRun
class LPushXTest {
  @Test
  void addsOnlyWhereThereIsAList(TestServer server) {
    server.send("LPUSHX", "l", "a").expectInteger(0);
    server.send("EXISTS", "l").expectInteger(0);
    server.send("RPUSH", "l", "a").expectInteger(1);
    server.send("LPUSHX", "l", "b").expectInteger(2);
    server.send("LPUSHX", "l", "c", "d").expectInteger(4);
    server.send("LRANGE", "l", "0", "-1").expectArray("d", "c", "b", "a");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LPUSHX", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LPUSHX", "l").expectError("ERR wrong number of arguments for 'lpushx' command");
  }
}
