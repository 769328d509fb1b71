package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SLOWLOG GET: what is remembered of slow commands. */
@DualRun
class SlowLogGetTest {
  private static final String COUNT_ERROR = "ERR count should be greater than or equal to -1";

  /** Remembers every command from now on; the log then has the entry of SLOWLOG RESET. */
  private static void rememberAll(TestServer server) {
    server.send("CONFIG", "SET", "slowlog-log-slower-than", 0).expect("OK");
    server.send("SLOWLOG", "RESET").expect("OK");
  }

  private static List<String> requests(TestServer server) {
    server.send("CONFIG", "SET", "slowlog-log-slower-than", -1).expect("OK");
    return Entries.requests(server.send("SLOWLOG", "GET", -1)).reversed();
  }

  @Test
  void remembersWhatTookLonger(TestServer server) {
    server.send("SLOWLOG", "RESET").expect("OK");
    server.send("CONFIG", "SET", "slowlog-log-slower-than", 20_000).expect("OK");
    server.send("CLIENT", "SETNAME", "somebody").expect("OK");
    server.send("PING");
    server.send("DEBUG", "SLEEP", "0.03").expect("OK");
    List<List<RespValue>> entries = Entries.of(server.send("SLOWLOG", "GET"));
    assertThat(entries).hasSize(1);
    List<RespValue> entry = entries.getFirst();
    assertThat(entry).hasSize(6);
    assertThat(Entries.number(entry.get(1))).isGreaterThan(1_700_000_000L);
    assertThat(Entries.number(entry.get(2))).isBetween(30_000L, 5_000_000L);
    assertThat(Entries.elements(entry.get(3)).stream().map(Entries::text))
        .containsExactly("DEBUG", "SLEEP", "0.03");
    assertThat(Entries.text(entry.get(4))).matches("127\\.0\\.0\\.1:[0-9]+");
    assertThat(Entries.text(entry.get(5))).isEqualTo("somebody");
  }

  @Test
  void answersTheNewestFirstUnderGrowingNumbers(TestServer server) {
    rememberAll(server);
    server.send("SET", "a", "x");
    server.send("GET", "a");
    Reply reply = server.send("SLOWLOG", "GET", 2);
    assertThat(Entries.requests(reply)).containsExactly("GET a", "SET a x");
    List<List<RespValue>> entries = Entries.of(reply);
    assertThat(Entries.number(entries.get(0).get(0)))
        .isEqualTo(Entries.number(entries.get(1).get(0)) + 1);
    assertThat(Entries.text(entries.get(0).get(5))).isEmpty();
  }

  @Test
  void answersTenUnlessToldOtherwise(TestServer server) {
    rememberAll(server);
    IntStream.range(0, 15).forEach(i -> server.send("GET", "k" + i));
    server.send("CONFIG", "SET", "slowlog-log-slower-than", -1);
    assertThat(server.send("SLOWLOG", "GET").elements()).hasSize(10);
    assertThat(server.send("SLOWLOG", "GET", 0).elements()).isEmpty();
    assertThat(server.send("SLOWLOG", "GET", 3).elements()).hasSize(3);
    assertThat(server.send("SLOWLOG", "GET", -1).elements()).hasSize(16);
    assertThat(server.send("SLOWLOG", "GET", Long.MAX_VALUE).elements()).hasSize(16);
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("SLOWLOG", "GET", "x").expectError(COUNT_ERROR);
    server.send("SLOWLOG", "GET", -2).expectError(COUNT_ERROR);
    server.send("SLOWLOG", "GET", "9223372036854775808").expectError(COUNT_ERROR);
    server
        .send("SLOWLOG", "GET", 1, 2)
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'GET'. Try SLOWLOG HELP.");
    server.send("SLOWLOG").expectError("ERR wrong number of arguments for 'slowlog' command");
  }

  @Test
  void keepsAsManyAsTheConfigurationSays(TestServer server) {
    rememberAll(server);
    server.send("CONFIG", "SET", "slowlog-max-len", 3).expect("OK");
    IntStream.range(0, 5).forEach(i -> server.send("GET", "k" + i));
    assertThat(Entries.requests(server.send("SLOWLOG", "GET")))
        .containsExactly("GET k4", "GET k3", "GET k2");
    server.send("CONFIG", "SET", "slowlog-max-len", 0).expect("OK");
    server.send("SLOWLOG", "RESET").expect("OK");
    server.send("PING");
    server.send("SLOWLOG", "LEN").expectInteger(0);
  }

  @Test
  void cutsWhatIsLong(TestServer server) {
    rememberAll(server);
    String[] members = IntStream.range(0, 31).mapToObj(i -> "m" + i).toArray(String[]::new);
    server.send(Stream.concat(Stream.of("SADD", "s"), Stream.of(members)).toArray());
    server.send(Stream.concat(Stream.of("SADD", "s"), Stream.of(members).limit(30)).toArray());
    server.send("SET", "k", "x".repeat(129));
    server.send("SET", "k", "y".repeat(128));
    List<String> requests = requests(server);
    assertThat(requests.get(1)).endsWith(" m28 ... (2 more arguments)").startsWith("SADD s m0 ");
    assertThat(requests.get(2)).endsWith(" m28 m29");
    assertThat(requests.get(3)).isEqualTo("SET k " + "x".repeat(128) + "... (1 more bytes)");
    assertThat(requests.get(4)).isEqualTo("SET k " + "y".repeat(128));
  }

  @Test
  void hidesSecrets(TestServer server) {
    rememberAll(server);
    server.send("AUTH", "secret");
    server.send("AUTH", "user", "secret");
    server.send("HELLO", 2, "AUTH", "user", "secret", "SETNAME", "n");
    server.send("CONFIG", "SET", "masterauth", "", "maxmemory-samples", 5, "RequirePass", "");
    server.send("CONFIG", "SET", "nosuch", "x");
    assertThat(requests(server))
        .contains(
            "AUTH (redacted)",
            "AUTH (redacted) (redacted)",
            "HELLO 2 AUTH (redacted) (redacted) SETNAME n",
            "CONFIG SET masterauth (redacted) maxmemory-samples 5 RequirePass (redacted)",
            "CONFIG SET nosuch x");
  }

  @Test
  void leavesOutWhatDidNotRun(TestServer server) {
    rememberAll(server);
    server.send("GET").expectErrorStarting("ERR wrong number");
    server.send("NOSUCH").expectErrorStarting("ERR unknown command");
    server.send("INCRBY", "a", "x").expectErrorStarting("ERR value");
    assertThat(requests(server)).containsExactly("SLOWLOG RESET", "INCRBY a x");
  }

  @Test
  void remembersAWaitingCommandOnceItIsServed(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.send("CLIENT", "SETNAME", "waiting").expect("OK");
    rememberAll(server);
    waiting.write("BLPOP", "l", 0).flush();
    while (!server.send("CLIENT", "LIST").text().contains("cmd=blpop")) {
      Thread.onSpinWait();
    }
    assertThat(Entries.requests(server.send("SLOWLOG", "GET", -1))).doesNotContain("BLPOP l 0");
    server.send("RPUSH", "l", "x").expectInteger(1);
    waiting.read().expectArray("l", "x");
    List<List<RespValue>> entries = Entries.of(server.send("SLOWLOG", "GET", -1));
    assertThat(entries.stream().filter(entry -> Entries.text(entry.get(5)).equals("waiting")))
        .hasSize(1);
    assertThat(requests(server)).contains("BLPOP l 0");
  }
}
