package io.jacinth.commands.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SSCAN. */
@DualRun
class SScanTest {
  @Test
  void answersASmallSetAtOnce(TestServer server) {
    server.send("SSCAN", "none", "0").expectArray("0", List.of());
    server.send("SSCAN", "none", "x").expectError("ERR invalid cursor");
    server.send("SSCAN", "none", "0", "COUNT", "0").expectArray("0", List.of());
    server.send("SSCAN", "none", "0", "x").expectArray("0", List.of());
    server.send("SADD", "i", "1", "2", "33").expectInteger(3);
    server.send("SSCAN", "i", "0", "COUNT", "1").expectArray("0", List.of("1", "2", "33"));
    server.send("SSCAN", "i", "5", "MATCH", "3*").expectArray("0", List.of("33"));
    server.send("SSCAN", "i", "0", "MATCH", "x*").expectArray("0", List.of());
    server.send("SSCAN", "i", "0", "MATCH").expectError("ERR syntax error");
    server.send("SSCAN", "i", "0", "COUNT", "0").expectError("ERR syntax error");
    server
        .send("SSCAN", "i", "0", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("SSCAN", "i", "0", "x", "y").expectError("ERR syntax error");
    server.send("SADD", "s", "a").expectInteger(1);
    server.send("SSCAN", "s", "0").expectArray("0", List.of("a"));
    server.send("SSCAN", "s", "0", "MATCH", "b", "COUNT", "5").expectArray("0", List.of());
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SSCAN", "str", "0", "COUNT", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SSCAN", "str", "x").expectError("ERR invalid cursor");
    server
        .send("SSCAN", "str", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SSCAN", "s").expectError("ERR wrong number of arguments for 'sscan' command");
    server.send("SSCAN").expectError("ERR wrong number of arguments for 'sscan' command");
  }

  @Test
  void seesAllThatStaysWhileTheTableGrowsAndShrinks(TestServer server) {
    for (int i = 0; i < 1_000; i++) {
      server.send("SADD", "s", "kept:" + i).expectInteger(1);
    }
    for (int grows = 0; grows < 2; grows++) {
      Set<RespValue> seen = new HashSet<>();
      String cursor = "0";
      int step = 0;
      do {
        List<RespValue> reply = server.send("SSCAN", "s", cursor, "COUNT", 20).elements();
        cursor = reply.getFirst().toString().replace("\"", "");
        seen.addAll(((ArrayValue) reply.getLast()).elements());
        change(server, grows == 0 ? "SADD" : "SREM", step++);
      } while (!cursor.equals("0"));
      assertThat(seen.stream().filter(member -> member.toString().contains("kept"))).hasSize(1_000);
    }
  }

  private static void change(TestServer server, String command, int step) {
    Object[] request = new Object[52];
    request[0] = command;
    request[1] = "s";
    for (int i = 0; i < 50; i++) {
      request[i + 2] = "passing:" + (step * 50 + i);
    }
    server.send(request);
  }
}
