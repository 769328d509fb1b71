package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BZMPOP. */
@DualRun
class BzMPopTest {
  @Test
  void takesWhatThereIs(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server
        .send("BZMPOP", "1", "2", "none", "z", "MIN")
        .expectArray("z", List.of(List.of("f", "-inf")));
    server
        .send("BZMPOP", "1", "2", "z", "s", "MAX", "COUNT", "2")
        .expectArray("z", List.of(List.of("e", "inf"), List.of("d", "3.5")));
    server
        .send("BZMPOP", "1", "2", "s", "z", "MAX", "COUNT", "2")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BZMPOP", "x", "1", "z", "MIN")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BZMPOP", "x", "0", "z", "MIN").expectError("ERR numkeys should be greater than 0");
    server.send("BZMPOP", "-1", "1", "z", "x").expectError("ERR syntax error");
    server.send("BZMPOP", "-inf", "1", "z", "MIN").expectError("ERR timeout is negative");
    server.send("BZMPOP", "-1", "1", "z", "MIN").expectError("ERR timeout is negative");
    server.send("BZMPOP", "1", "0", "z", "MIN").expectError("ERR numkeys should be greater than 0");
    server.send("BZMPOP", "1", "2", "z", "MIN").expectError("ERR syntax error");
    server.send("BZMPOP", "1", "1", "z", "x").expectError("ERR syntax error");
    server
        .send("BZMPOP", "1", "1", "z", "MIN", "COUNT", "0")
        .expectError("ERR count should be greater than 0");
    server
        .send("BZMPOP", "1", "1", "z")
        .expectError("ERR wrong number of arguments for 'bzmpop' command");
  }

  @Test
  void takesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client
        .send("BZMPOP", "0", "1", "z", "MIN", "COUNT", "2")
        .expectRaw("*2\r\n$1\r\nz\r\n*2\r\n*2\r\n$1\r\nf\r\n,-inf\r\n*2\r\n$1\r\na\r\n,1\r\n");
  }

  @Test
  void waitsForAMember(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZMPOP", 0, 2, "none", "z", "MAX").flush();
    while (!server.send("CLIENT", "LIST").text().contains("cmd=bzmpop")) {
      Thread.onSpinWait();
    }
    server.send("ZADD", "z", 1, "a", 2, "b").expectInteger(2);
    waiting.read().expectArray("z", List.of(List.of("b", "2")));
    server.send("ZRANGE", "z", 0, -1).expectArray("a");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void givesUpInTime(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZMPOP", 5, 1, "none", "MIN").flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
    server.advance(Duration.ofSeconds(5));
    waiting.read().expectNil();
  }
}
