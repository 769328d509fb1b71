package io.jacinth.commands.zset;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ZRANDMEMBER. */
@DualRun
class ZRandMemberTest {
  @Test
  void draws(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("ZADD", "z", "1", "a").expectInteger(1);
    server.send("ZRANDMEMBER", "z").expectBulk("a");
    server.send("ZRANDMEMBER", "z", "1").expectArray("a");
    server.send("ZRANDMEMBER", "z", "5", "WITHSCORES").expectArray("a", "1");
    server.send("ZRANDMEMBER", "z", "-3").expectArray("a", "a", "a");
    server.send("ZRANDMEMBER", "z", "-2", "withscores").expectArray("a", "1", "a", "1");
    server.send("ZRANDMEMBER", "z", "0").expectArray();
    server.send("ZRANDMEMBER", "none").expectNil();
    server.send("ZRANDMEMBER", "none", "1").expectArray();
    server.send("ZRANDMEMBER", "none", "-1").expectArray();
    server.send("ZRANDMEMBER", "z", "x").expectError("ERR value is not an integer or out of range");
    server.send("ZRANDMEMBER", "z", "1", "x").expectError("ERR syntax error");
    server.send("ZRANDMEMBER", "z", "1", "WITHSCORES", "x").expectError("ERR syntax error");
    server
        .send("ZRANDMEMBER", "z", "-9223372036854775808")
        .expectError(
            "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");
    server
        .send("ZRANDMEMBER", "z", "9223372036854775807", "WITHSCORES")
        .expectError("ERR value is out of range");
    server
        .send("ZRANDMEMBER", "z", "-9223372036854775807", "WITHSCORES")
        .expectError("ERR value is out of range");
    server
        .send("ZRANDMEMBER", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("ZRANDMEMBER", "s", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void pairsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("ZADD", "z", "1", "a").expectRaw(":1\r\n");
    client.send("ZRANDMEMBER", "z").expectRaw("$1\r\na\r\n");
    client.send("ZRANDMEMBER", "z", "5", "WITHSCORES").expectRaw("*1\r\n*2\r\n$1\r\na\r\n,1\r\n");
    client
        .send("ZRANDMEMBER", "z", "-2", "withscores")
        .expectRaw("*2\r\n*2\r\n$1\r\na\r\n,1\r\n*2\r\n$1\r\na\r\n,1\r\n");
  }

  @Test
  void drawsDistinctMembersOfAnyShare(TestServer server) {
    for (int i = 0; i < 300; i++) {
      server.send("ZADD", "z", i, "m" + i).expectInteger(1);
    }
    for (int count : new int[] {1, 5, 37, 38, 150, 299, 300, 400}) {
      List<String> drawn =
          server.send("ZRANDMEMBER", "z", count).elements().stream().map(Object::toString).toList();
      assertThat(drawn).hasSize(Math.min(count, 300)).doesNotHaveDuplicates();
    }
  }
}
