package io.jacinth.commands.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SRANDMEMBER. */
@DualRun
class SRandMemberTest {
  @Test
  void drawsMembers(TestServer server) {
    server.send("SRANDMEMBER", "none").expectNil();
    server.send("SRANDMEMBER", "none", "2").expectArray();
    server.send("SRANDMEMBER", "none", "-2").expectArray();
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("SRANDMEMBER", "s").expectBulk("a");
    server.send("SRANDMEMBER", "s", "5").expectArray("a");
    server.send("SRANDMEMBER", "s", "-3").expectArray("a", "a", "a");
    server.send("SRANDMEMBER", "s", "0").expectArray();
    server.send("SADD", "s", "b", "1").expectInteger(2);
    server.send("SRANDMEMBER", "s", "3").expectUnordered("1", "b", "a");
    server.send("SRANDMEMBER", "s", "9223372036854775807").expectUnordered("1", "b", "a");
    server.send("SRANDMEMBER", "s", "x").expectError("ERR value is not an integer or out of range");
    server
        .send("SRANDMEMBER", "none", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("SRANDMEMBER", "s", "-9223372036854775808")
        .expectError(
            "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");
    server.send("SRANDMEMBER", "s", "1", "2").expectError("ERR syntax error");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SRANDMEMBER", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SRANDMEMBER", "str", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SRANDMEMBER", "str", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("SRANDMEMBER")
        .expectError("ERR wrong number of arguments for 'srandmember' command");
  }

  @Test
  void isAnArrayInResp3(TestServer server) {
    TestConnection resp3 = server.resp3();
    resp3.send("SADD", "s", "a").expectInteger(1);
    resp3.send("SRANDMEMBER", "s", "1").expectRaw("*1\r\n$1\r\na\r\n");
    resp3.send("SRANDMEMBER", "s", "-2").expectRaw("*2\r\n$1\r\na\r\n$1\r\na\r\n");
    resp3.send("SRANDMEMBER", "none", "1").expectRaw("*0\r\n");
    resp3.send("SRANDMEMBER", "none").expectRaw("_\r\n");
  }

  @Test
  @JacinthOnly("Redis draws from a table less evenly")
  void drawsEachMemberAboutAsOften(TestServer server) {
    fill(server, 100, "");
    drawsFairly(server, 100);
    server.send("DEL", "s").expectInteger(1);
    fill(server, 100, "m");
    drawsFairly(server, 100);
  }

  /** Ninety draws a member: fewer than forty or more than 160 happen once in a million runs. */
  private static void drawsFairly(TestServer server, int size) {
    Map<RespValue, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      for (RespValue member : server.send("SRANDMEMBER", "s", -1_000).elements()) {
        drawn.merge(member, 1, Integer::sum);
      }
    }
    assertThat(drawn).hasSize(size);
    assertThat(drawn.values()).allMatch(count -> count > 40 && count < 160);
  }

  @Test
  void drawsNoMemberTwiceOfAPositiveCount(TestServer server) {
    fill(server, 2_000, "m");
    for (int count : new int[] {1, 10, 199, 200, 1_000, 1_999, 2_000, 3_000}) {
      List<RespValue> drawn = server.send("SRANDMEMBER", "s", count).elements();
      assertThat(drawn).hasSize(Math.min(count, 2_000)).doesNotHaveDuplicates();
    }
  }

  private static void fill(TestServer server, int size, String prefix) {
    for (int i = 0; i < size; i++) {
      server.send("SADD", "s", prefix + i).expectInteger(1);
    }
  }
}
