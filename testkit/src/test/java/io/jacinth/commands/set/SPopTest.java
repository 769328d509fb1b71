package io.jacinth.commands.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SPOP. */
@DualRun
class SPopTest {
  @Test
  void takesMembersAway(TestServer server) {
    server.send("SPOP", "none").expectNil();
    server.send("SPOP", "none", "2").expectArray();
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("SPOP", "s").expectBulk("a");
    server.send("EXISTS", "s").expectInteger(0);
    server.send("SADD", "s", "a", "b", "c").expectInteger(3);
    server.send("SPOP", "s", "0").expectArray();
    server.send("SPOP", "s", "3").expectUnordered("b", "c", "a");
    server.send("EXISTS", "s").expectInteger(0);
    server.send("SADD", "s", "1", "2").expectInteger(2);
    server.send("SPOP", "s", "100").expectUnordered("1", "2");
    server.send("SPOP", "s", "-1").expectError("ERR value is out of range, must be positive");
    server.send("SPOP", "s", "x").expectError("ERR value is out of range, must be positive");
    server.send("SPOP", "none", "-1").expectError("ERR value is out of range, must be positive");
    server.send("SPOP", "s", "1", "2").expectError("ERR syntax error");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SPOP", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SPOP", "str", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SPOP", "str", "-1").expectError("ERR value is out of range, must be positive");
    server.send("SPOP").expectError("ERR wrong number of arguments for 'spop' command");
  }

  @Test
  void isASetInResp3(TestServer server) {
    TestConnection resp3 = server.resp3();
    resp3.send("SADD", "s", "a").expectInteger(1);
    resp3.send("SPOP", "s", "0").expectRaw("~0\r\n");
    resp3.send("SPOP", "none", "1").expectRaw("~0\r\n");
    resp3.send("SPOP", "s", "1").expectRaw("~1\r\n$1\r\na\r\n");
    resp3.send("SPOP", "s").expectRaw("_\r\n");
  }

  @Test
  void takesEachMemberOnce(TestServer server) {
    for (int size : new int[] {10, 500, 1_000}) {
      for (int count : new int[] {1, size / 3, size / 2 + 1, size - 1}) {
        popsAll(server, size, count, "");
        popsAll(server, size, count, "m");
      }
    }
  }

  private static void popsAll(TestServer server, int size, int count, String prefix) {
    Object[] add = new Object[size + 2];
    add[0] = "SADD";
    add[1] = "s";
    Set<String> all = new HashSet<>();
    for (int i = 0; i < size; i++) {
      add[i + 2] = prefix + i;
      all.add(prefix + i);
    }
    server.send(add).expectInteger(size);
    Set<String> popped = new HashSet<>();
    long left = size;
    while (left > 0) {
      List<String> some = texts(server.send("SPOP", "s", count));
      assertThat(some).hasSize((int) Math.min(count, left));
      popped.addAll(some);
      left -= some.size();
      server.send("SCARD", "s").expectInteger(left);
    }
    assertThat(popped).isEqualTo(all);
  }

  private static List<String> texts(Reply reply) {
    return reply.elements().stream().map(Object::toString).map(SPopTest::bare).toList();
  }

  private static String bare(String text) {
    return text.replace("\"", "");
  }
}
