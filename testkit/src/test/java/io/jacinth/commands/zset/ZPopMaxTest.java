package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ZPOPMAX. */
@DualRun
class ZPopMaxTest {
  @Test
  void takesMembers(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZPOPMAX", "z").expectArray("e", "inf");
    server.send("ZPOPMAX", "z", "2").expectArray("d", "3.5", "c", "2");
    server.send("ZPOPMAX", "z", "0").expectArray();
    server.send("ZPOPMAX", "z", "-1").expectError("ERR value is out of range, must be positive");
    server.send("ZPOPMAX", "z", "x").expectError("ERR value is out of range, must be positive");
    server.send("ZPOPMAX", "z", "1", "2").expectError("ERR syntax error");
    server.send("ZPOPMAX", "none").expectArray();
    server.send("ZPOPMAX", "none", "1").expectArray();
    server
        .send("ZPOPMAX", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZPOPMAX", "s", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("ZPOPMAX", "s", "x").expectError("ERR value is out of range, must be positive");
    server.send("ZCARD", "z").expectInteger(3);
    server.send("ZPOPMAX", "z", "100").expectArray("b", "2", "a", "1", "f", "-inf");
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZPOPMAX").expectError("ERR wrong number of arguments for 'zpopmax' command");
  }

  @Test
  void takesPairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client.send("ZPOPMAX", "z").expectRaw("*2\r\n$1\r\ne\r\n,inf\r\n");
    client
        .send("ZPOPMAX", "z", "2")
        .expectRaw("*2\r\n*2\r\n$1\r\nd\r\n,3.5\r\n*2\r\n$1\r\nc\r\n,2\r\n");
    client.send("ZPOPMAX", "z", "0").expectRaw("*0\r\n");
    client.send("ZPOPMAX", "none").expectRaw("*0\r\n");
    client.send("ZPOPMAX", "none", "2").expectRaw("*0\r\n");
  }
}
