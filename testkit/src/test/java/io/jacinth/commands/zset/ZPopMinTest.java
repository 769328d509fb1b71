package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZPOPMIN. */
@DualRun
class ZPopMinTest {
  @Test
  void takesMembers(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZPOPMIN", "z").expectArray("f", "-inf");
    server.send("ZPOPMIN", "z", "2").expectArray("a", "1", "b", "2");
    server.send("ZPOPMIN", "z", "0").expectArray();
    server.send("ZPOPMIN", "z", "-1").expectError("ERR value is out of range, must be positive");
    server.send("ZPOPMIN", "z", "x").expectError("ERR value is out of range, must be positive");
    server.send("ZPOPMIN", "z", "1", "2").expectError("ERR syntax error");
    server.send("ZPOPMIN", "none").expectArray();
    server.send("ZPOPMIN", "none", "1").expectArray();
    server
        .send("ZPOPMIN", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZPOPMIN", "s", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZPOPMIN", "s", "x").expectError("ERR value is out of range, must be positive");
    server.send("ZCARD", "z").expectInteger(3);
    server.send("ZPOPMIN", "z", "100").expectArray("c", "2", "d", "3.5", "e", "inf");
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZPOPMIN").expectError("ERR wrong number of arguments for 'zpopmin' command");
  }

  @Test
  void takesPairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client.send("ZPOPMIN", "z").expectRaw("*2\r\n$1\r\nf\r\n,-inf\r\n");
    client
        .send("ZPOPMIN", "z", "2")
        .expectRaw("*2\r\n*2\r\n$1\r\na\r\n,1\r\n*2\r\n$1\r\nb\r\n,2\r\n");
    client.send("ZPOPMIN", "z", "0").expectRaw("*0\r\n");
    client.send("ZPOPMIN", "none").expectRaw("*0\r\n");
    client.send("ZPOPMIN", "none", "2").expectRaw("*0\r\n");
  }
}
