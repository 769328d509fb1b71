package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** BZPOPMAX. */
@DualRun
class BzPopMaxTest {
  @Test
  void takesWhatThereIs(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("BZPOPMAX", "none", "z", "1").expectArray("z", "e", "inf");
    server.send("BZPOPMAX", "z", "0").expectArray("z", "d", "3.5");
    server
        .send("BZPOPMAX", "s", "z", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BZPOPMAX", "none", "z", "x")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BZPOPMAX", "z", "-1").expectError("ERR timeout is negative");
    server
        .send("BZPOPMAX", "z")
        .expectError("ERR wrong number of arguments for 'bzpopmax' command");
    server
        .send("BZPOPMAX", "z", "s", "nan")
        .expectError("ERR timeout is not a float or out of range");
    server.send("ZCARD", "z").expectInteger(4);
  }

  @Test
  void takesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client.send("BZPOPMAX", "z", "0").expectRaw("*3\r\n$1\r\nz\r\n$1\r\ne\r\n,inf\r\n");
  }

  @Test
  void waitsForAMember(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZPOPMAX", "none", "z", 0).flush();
    while (!server.send("CLIENT", "LIST").text().contains("cmd=bzpopmax")) {
      Thread.onSpinWait();
    }
    server.send("ZADD", "z", 1, "a", 2, "b").expectInteger(2);
    waiting.read().expectArray("z", "b", "2");
    server.send("ZRANGE", "z", 0, -1).expectArray("a");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void givesUpInTime(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZPOPMAX", "none", 5).flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
    server.advance(Duration.ofSeconds(5));
    waiting.read().expectNil();
  }
}
