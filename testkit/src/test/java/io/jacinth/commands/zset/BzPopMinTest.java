package io.jacinth.commands.zset;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** BZPOPMIN. */
@DualRun
class BzPopMinTest {
  @Test
  void takesWhatThereIs(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server.send("BZPOPMIN", "none", "z", "1").expectArray("z", "f", "-inf");
    server.send("BZPOPMIN", "z", "0").expectArray("z", "a", "1");
    server
        .send("BZPOPMIN", "s", "z", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BZPOPMIN", "none", "z", "x")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BZPOPMIN", "z", "-1").expectError("ERR timeout is negative");
    server
        .send("BZPOPMIN", "z")
        .expectError("ERR wrong number of arguments for 'bzpopmin' command");
    server
        .send("BZPOPMIN", "z", "s", "nan")
        .expectError("ERR timeout is not a float or out of range");
    server.send("ZCARD", "z").expectInteger(4);
  }

  @Test
  void takesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client.send("BZPOPMIN", "z", "0").expectRaw("*3\r\n$1\r\nz\r\n$1\r\nf\r\n,-inf\r\n");
  }

  @Test
  void waitsForAMember(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZPOPMIN", "none", "z", 0).flush();
    while (!server.send("CLIENT", "LIST").text().contains("cmd=bzpopmin")) {
      Thread.onSpinWait();
    }
    server.send("ZADD", "z", 1, "a", 2, "b").expectInteger(2);
    waiting.read().expectArray("z", "a", "1");
    server.send("ZRANGE", "z", 0, -1).expectArray("b");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void givesUpInTime(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BZPOPMIN", "none", 5).flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
    server.advance(Duration.ofSeconds(5));
    waiting.read().expectNil();
  }
}
