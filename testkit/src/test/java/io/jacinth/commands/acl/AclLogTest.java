package io.jacinth.commands.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ACL LOG. */
@DualRun
class AclLogTest {
  private TestConnection restricted;

  @BeforeEach
  void logIn(TestServer server) {
    server.send("ACL", "SETUSER", "eve", "on", ">x", "+get", "+multi", "+exec", "~k*", "+publish");
    restricted = server.connect();
    restricted.send("AUTH", "eve", "x").expect("OK");
  }

  private static List<Map<String, String>> entries(Reply reply) {
    return reply.elements().stream().map(AclLogTest::entry).toList();
  }

  private static Map<String, String> entry(RespValue value) {
    List<RespValue> fields = ((RespValue.ArrayValue) value).elements();
    Map<String, String> entry = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i += 2) {
      entry.put(text(fields.get(i)), text(fields.get(i + 1)));
    }
    return entry;
  }

  private static String text(RespValue value) {
    return value instanceof RespValue.BulkString bulk
        ? bulk.text()
        : String.valueOf(((RespValue.IntegerValue) value).value());
  }

  private static String line(Map<String, String> entry) {
    return String.join(
        " ",
        entry.get("count"),
        entry.get("reason"),
        entry.get("context"),
        entry.get("object"),
        entry.get("username"));
  }

  @Test
  void tellsWhatWasRefused(TestServer server) {
    restricted.send("SET", "k", "v");
    restricted.send("CONFIG", "GET", "x");
    restricted.send("GET", "secret");
    restricted.send("PUBLISH", "news", "x");
    restricted.send("AUTH", "nobody", "x");
    restricted.send("HELLO", 2, "AUTH", "eve", "wrong");
    List<Map<String, String>> entries = entries(server.send("ACL", "LOG"));
    assertThat(entries.stream().map(AclLogTest::line))
        .containsExactly(
            "1 auth toplevel HELLO eve",
            "1 auth toplevel AUTH nobody",
            "1 channel toplevel news eve",
            "1 key toplevel secret eve",
            "1 command toplevel config|get eve",
            "1 command toplevel set eve");
    assertThat(entries.getFirst().keySet())
        .contains("age-seconds", "client-info", "count", "reason", "context", "object", "username");
    assertThat(entries.getFirst().get("client-info"))
        .startsWith("id=")
        .contains(" cmd=hello user=eve ")
        .doesNotEndWith("\n");
  }

  @Test
  void likeRefusalsAreCountedTogether(TestServer server) {
    restricted.send("SET", "k", "v");
    restricted.send("GET", "x");
    restricted.send("SET", "l", "v");
    assertThat(entries(server.send("ACL", "LOG")).stream().map(AclLogTest::line))
        .containsExactly("2 command toplevel set eve", "1 key toplevel x eve");
  }

  @Test
  void tellsOfTransactions(TestServer server) {
    restricted.send("MULTI").expect("OK");
    restricted
        .send("SET", "k", "v")
        .expectError("NOPERM this user has no permissions to run the 'set' command");
    restricted.send("EXEC").expectErrorStarting("EXECABORT");
    restricted.send("MULTI").expect("OK");
    restricted.send("GET", "k1").expect("QUEUED");
    server.send("ACL", "SETUSER", "eve", "-get").expect("OK");
    restricted
        .send("EXEC")
        .expectArray(
            Expectation.error(
                "NOPERM ACLs rules changed between the moment the transaction was accumulated and the"
                    + " EXEC call. This command is no longer allowed for the following reason: no"
                    + " permission to execute the command or subcommand"));
    assertThat(entries(server.send("ACL", "LOG")).stream().map(AclLogTest::line))
        .containsExactly("1 command multi get eve", "1 command multi set eve");
  }

  @Test
  void countAndReset(TestServer server) {
    for (int i = 0; i < 12; i++) {
      restricted.send("GET", "x" + i);
    }
    assertThat(entries(server.send("ACL", "LOG"))).hasSize(10);
    assertThat(entries(server.send("ACL", "LOG", 11))).hasSize(11);
    assertThat(entries(server.send("ACL", "LOG", 100))).hasSize(12);
    assertThat(entries(server.send("ACL", "LOG", -1))).isEmpty();
    server.send("ACL", "LOG", "x").expectError("ERR value is not an integer or out of range");
    server.send("CONFIG", "SET", "acllog-max-len", 3).expect("OK");
    restricted.send("GET", "y");
    assertThat(entries(server.send("ACL", "LOG", 100)).stream().map(AclLogTest::line))
        .containsExactly(
            "1 key toplevel y eve", "1 key toplevel x11 eve", "1 key toplevel x10 eve");
    server.send("ACL", "LOG", "reset").expect("OK");
    assertThat(entries(server.send("ACL", "LOG"))).isEmpty();
  }

  @Test
  @JacinthOnly("the clock is moved")
  void aMinuteLaterItIsAnotherEntry(TestServer server) {
    restricted.send("GET", "x");
    server.advance(Duration.ofSeconds(61));
    restricted.send("GET", "x");
    List<Map<String, String>> entries = entries(server.send("ACL", "LOG"));
    assertThat(entries.stream().map(AclLogTest::line))
        .containsExactly("1 key toplevel x eve", "1 key toplevel x eve");
    assertThat(entries.get(1).get("age-seconds")).isEqualTo("61");
  }
}
