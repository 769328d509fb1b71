package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZINCRBY. */
@DualRun
class ZIncrByTest {
  @Test
  void adds(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZINCRBY", "z", "5", "a").expectBulk("5");
    server.send("ZINCRBY", "z", "-1.5", "a").expectBulk("3.5");
    server.send("ZINCRBY", "z", "inf", "a").expectBulk("inf");
    server
        .send("ZINCRBY", "z", "-inf", "a")
        .expectError("ERR resulting score is not a number (NaN)");
    server.send("ZINCRBY", "z", "x", "a").expectError("ERR value is not a valid float");
    server
        .send("ZINCRBY", "z", "1")
        .expectError("ERR wrong number of arguments for 'zincrby' command");
    server.send("ZINCRBY", "z", "NX", "1").expectError("ERR syntax error");
    server
        .send("ZINCRBY", "s", "1", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZRANGE", "z", "0", "-1", "WITHSCORES").expectArray("a", "inf");
  }

  @Test
  void addsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("ZINCRBY", "z", "2.5", "a").expectRaw(",2.5\r\n");
  }
}
