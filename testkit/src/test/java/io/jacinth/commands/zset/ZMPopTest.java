package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ZMPOP. */
@DualRun
class ZMPopTest {
  @Test
  void takesFromTheFirstThatHasAny(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("ZMPOP", "2", "none", "z", "MIN").expectArray("z", List.of(List.of("f", "-inf")));
    server
        .send("ZMPOP", "2", "z", "s", "MAX", "COUNT", "2")
        .expectArray("z", List.of(List.of("e", "inf"), List.of("d", "3.5")));
    server.send("ZMPOP", "1", "none", "MIN").expectNil();
    server
        .send("ZMPOP", "2", "none", "s", "MIN")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZMPOP", "2", "s", "z", "MIN")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZMPOP", "1", "z", "MIN", "COUNT", "100")
        .expectArray("z", List.of(List.of("a", "1"), List.of("b", "2"), List.of("c", "2")));
    server.send("EXISTS", "z").expectInteger(0);
    server.send("ZMPOP", "0", "z", "MIN").expectError("ERR numkeys should be greater than 0");
    server.send("ZMPOP", "x", "z", "MIN").expectError("ERR numkeys should be greater than 0");
    server.send("ZMPOP", "2", "z", "MIN").expectError("ERR syntax error");
    server.send("ZMPOP", "1", "z").expectError("ERR wrong number of arguments for 'zmpop' command");
    server.send("ZMPOP", "1", "z", "x").expectError("ERR syntax error");
    server.send("ZMPOP", "1", "z", "MIN", "COUNT").expectError("ERR syntax error");
    server
        .send("ZMPOP", "1", "z", "MIN", "COUNT", "0")
        .expectError("ERR count should be greater than 0");
    server
        .send("ZMPOP", "1", "z", "MIN", "COUNT", "1", "COUNT", "2")
        .expectError("ERR syntax error");
    server.send("ZMPOP", "1", "z", "MIN", "x").expectError("ERR syntax error");
    server.send("ZMPOP", "99999999999", "z", "MIN").expectError("ERR syntax error");
  }

  @Test
  void takesPairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client
        .send("ZMPOP", "1", "z", "MIN")
        .expectRaw("*2\r\n$1\r\nz\r\n*1\r\n*2\r\n$1\r\nf\r\n,-inf\r\n");
    client
        .send("ZMPOP", "1", "z", "MAX", "COUNT", "2")
        .expectRaw("*2\r\n$1\r\nz\r\n*2\r\n*2\r\n$1\r\ne\r\n,inf\r\n*2\r\n$1\r\nd\r\n,3.5\r\n");
    client.send("ZMPOP", "1", "none", "MAX").expectRaw("_\r\n");
  }
}
