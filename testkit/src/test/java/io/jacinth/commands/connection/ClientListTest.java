package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CLIENT LIST and CLIENT INFO. */
@DualRun
class ClientListTest {
  /** The fields of 7.0, in order. */
  private static final List<String> FIELDS =
      List.of(
          ("id addr laddr fd name age idle flags db sub psub ssub multi qbuf qbuf-free argv-mem"
                  + " multi-mem rbs rbp obl oll omem tot-mem events cmd user redir resp")
              .split(" "));

  private static List<String> names(String line) {
    return Stream.of(line.lines().findFirst().orElseThrow().split(" "))
        .map(field -> field.replaceAll("=.*", ""))
        .toList();
  }

  @Test
  void hasEveryFieldInOrder(TestServer server) {
    assertThat(names(server.send("CLIENT", "INFO").text()))
        .containsSubsequence(FIELDS)
        .startsWith("id", "addr");
    assertThat(names(server.send("CLIENT", "LIST").text())).containsSubsequence(FIELDS);
  }

  @Test
  void describesTheConnection(TestServer server) {
    long id = server.send("CLIENT", "ID").integer();
    server.send("CLIENT", "SETNAME", "me");
    assertThat(server.send("CLIENT", "INFO").text())
        .startsWith("id=" + id + " addr=127.0.0.1:")
        .contains(" laddr=127.0.0.1:" + server.port() + " fd=")
        .contains(" name=me age=0 idle=0 flags=N db=0 sub=0 psub=0 ssub=0 multi=-1 ")
        .contains(" qbuf=26 qbuf-free=")
        .contains(" argv-mem=10 multi-mem=0 ")
        .contains(" obl=0 oll=0 omem=0 ")
        .contains(" events=r cmd=client|info user=default redir=-1 resp=2")
        .endsWith("\n");
    assertThat(server.send("CLIENT", "LIST", "ID", id).text()).contains(" cmd=client|list ");
  }

  @Test
  @JacinthOnly("fields of 7.4 and later")
  void hasNewerFields(TestServer server) {
    String line = server.send("CLIENT", "INFO").text();
    assertThat(line)
        .contains(" multi=-1 watch=0 qbuf=26 ")
        .contains(" lib-name= lib-ver= tot-net-in=26 tot-net-out=0 tot-cmds=1\n");
  }

  @Test
  void isVerbatimTextInResp3(TestServer server) {
    TestConnection connection = server.resp3();
    for (String subcommand : List.of("LIST", "INFO")) {
      assertThat(connection.send("CLIENT", subcommand).value())
          .isInstanceOfSatisfying(
              RespValue.VerbatimString.class,
              text -> {
                assertThat(text.format()).isEqualTo("txt");
                assertThat(text.text()).contains(" resp=3");
              });
    }
  }

  @Test
  void findsByIdInTheOrderAsked(TestServer server) {
    long first = server.send("CLIENT", "ID").integer();
    long second = server.connect().send("CLIENT", "ID").integer();
    String lines = server.send("CLIENT", "LIST", "ID", second, 99999999, first).text();
    assertThat(lines.lines().map(line -> line.replaceAll(" .*", "")))
        .containsExactly("id=" + second, "id=" + first);
    server.send("CLIENT", "LIST", "ID", 0).expectBulk("");
    server.send("CLIENT", "LIST", "ID", "x").expectError("ERR Invalid client ID");
    server.send("CLIENT", "LIST", "ID").expectError("ERR syntax error");
  }

  @Test
  void filtersByType(TestServer server) {
    assertThat(server.send("CLIENT", "LIST", "type", "NORMAL").text()).contains("id=");
    for (String type : List.of("pubsub", "MASTER", "replica", "slave")) {
      server.send("CLIENT", "LIST", "TYPE", type).expectBulk("");
    }
    server.send("CLIENT", "LIST", "TYPE", "x").expectError("ERR Unknown client type 'x'");
    server.send("CLIENT", "LIST", "TYPE").expectError("ERR syntax error");
    server.send("CLIENT", "LIST", "TYPE", "normal", "x").expectError("ERR syntax error");
    server.send("CLIENT", "LIST", "x").expectError("ERR syntax error");
  }

  @Test
  void forgetsWhoLeft(TestServer server) {
    TestConnection gone = server.connect();
    long id = gone.send("CLIENT", "ID").integer();
    gone.send("QUIT").expect("OK");
    gone.expectClosed();
    server.send("CLIENT", "LIST", "ID", id).expectBulk("");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsAgeAndIdleness(TestServer server) {
    TestConnection other = server.connect();
    long id = other.send("CLIENT", "ID").integer();
    server.advance(Duration.ofSeconds(7));
    other.send("PING");
    server.advance(Duration.ofSeconds(5));
    assertThat(server.send("CLIENT", "LIST", "ID", id).text())
        .contains(" age=12 idle=5 ")
        .contains(" cmd=ping ");
  }

  @Test
  @JacinthOnly("tot-cmds came with Redis 8 and Valkey 8")
  void aCommandCountsOnceItHasRun(TestServer server) {
    TestConnection waiting = server.connect();
    long id = waiting.send("CLIENT", "ID").integer();
    waiting.write("BLPOP", "list", 0).flush();
    while (!server.send("CLIENT", "LIST", "ID", id).text().contains(" flags=b ")) {
      Thread.onSpinWait();
    }
    assertThat(server.send("CLIENT", "LIST", "ID", id).text()).endsWith(" tot-cmds=1\n");
    server.send("RPUSH", "list", "a");
    waiting.read().expectArray("list", "a");
    assertThat(server.send("CLIENT", "LIST", "ID", id).text()).endsWith(" tot-cmds=2\n");
  }
}
