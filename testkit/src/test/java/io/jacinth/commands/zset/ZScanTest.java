package io.jacinth.commands.zset;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ZSCAN. */
@DualRun
class ZScanTest {
  @Test
  void listsAll(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectInteger(6);
    server
        .send("ZSCAN", "z", "0")
        .expectArray(
            "0", List.of("f", "-inf", "a", "1", "b", "2", "c", "2", "d", "3.5", "e", "inf"));
    server
        .send("ZSCAN", "z", "0", "COUNT", "1")
        .expectArray(
            "0", List.of("f", "-inf", "a", "1", "b", "2", "c", "2", "d", "3.5", "e", "inf"));
    server.send("ZSCAN", "z", "0", "MATCH", "[ab]").expectArray("0", List.of("a", "1", "b", "2"));
    server.send("ZSCAN", "z", "0", "match", "x*", "count", "10").expectArray("0", List.of());
    server.send("ZSCAN", "none", "0").expectArray("0", List.of());
    server.send("ZSCAN", "none", "x").expectError("ERR invalid cursor");
    server.send("ZSCAN", "none", "0", "x").expectArray("0", List.of());
    server.send("ZSCAN", "z", "0", "x").expectError("ERR syntax error");
    server.send("ZSCAN", "z", "0", "COUNT", "0").expectError("ERR syntax error");
    server
        .send("ZSCAN", "z", "0", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("ZSCAN", "z", "0", "COUNT").expectError("ERR syntax error");
    server.send("ZSCAN", "z", "x").expectError("ERR invalid cursor");
    server
        .send("ZSCAN", "s", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void listsInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client
        .send("ZADD", "z", "1", "a", "2", "b", "2", "c", "3.5", "d", "inf", "e", "-inf", "f")
        .expectRaw(":6\r\n");
    client
        .send("ZSCAN", "z", "0")
        .expectRaw(
            "*2\r\n$1\r\n0\r\n*12\r\n$1\r\nf\r\n$4\r\n-inf\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n$1\r\nc\r\n$1\r\n2\r\n$1\r\nd\r\n$3\r\n3.5\r\n$1\r\ne\r\n$3\r\ninf\r\n");
  }

  @Test
  void seesEveryMemberOfALargeSet(TestServer server) {
    for (int i = 0; i < 1000; i++) {
      server.send("ZADD", "z", i, "m" + i).expectInteger(1);
    }
    Set<String> seen = new HashSet<>();
    String cursor = "0";
    do {
      List<RespValue> part = server.send("ZSCAN", "z", cursor, "COUNT", 20).elements();
      cursor = ((RespValue.BulkString) part.get(0)).text();
      List<RespValue> pairs = ((RespValue.ArrayValue) part.get(1)).elements();
      for (int i = 0; i < pairs.size(); i += 2) {
        seen.add(((RespValue.BulkString) pairs.get(i)).text());
      }
    } while (!cursor.equals("0"));
    assertThat(seen).hasSize(1000);
  }
}
