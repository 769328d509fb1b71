package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** COMMANDLOG GET: slow commands, large requests, large replies. */
@DualRun
@JacinthOnly("a command of Valkey")
class CommandLogGetTest {
  @Test
  void remembersLargeRequests(TestServer server) {
    server.send("CONFIG", "SET", "commandlog-request-larger-than", 200).expect("OK");
    server.send("SET", "k", "x".repeat(100));
    server.send("SET", "large", "x".repeat(200));
    List<List<RespValue>> entries =
        Entries.of(server.send("COMMANDLOG", "GET", -1, "large-request"));
    assertThat(entries).hasSize(1);
    assertThat(Entries.number(entries.getFirst().get(2)))
        .isEqualTo("*3\r\n$3\r\nSET\r\n$5\r\nlarge\r\n$200\r\n\r\n".length() + 200);
    assertThat(Entries.requests(server.send("COMMANDLOG", "GET", -1, "LARGE-REQUEST")).getFirst())
        .startsWith("SET large xxx");
    server.send("COMMANDLOG", "LEN", "large-reply").expectInteger(0);
  }

  @Test
  void findsTheLargeRequestOfABatch(TestServer server) {
    server.send("CONFIG", "SET", "commandlog-request-larger-than", 100).expect("OK");
    var connection = server.connect();
    connection.write("GET", "a").write("SET", "b", "x".repeat(100)).write("GET", "c");
    connection.read();
    connection.read();
    connection.read();
    assertThat(Entries.requests(server.send("COMMANDLOG", "GET", -1, "LARGE-REQUEST")))
        .singleElement()
        .asString()
        .startsWith("SET b ");
  }

  @Test
  void remembersLargeReplies(TestServer server) {
    server.send("SET", "k", "x".repeat(1000));
    server.send("SET", "huge", "x".repeat(300_000));
    server.send("CONFIG", "SET", "commandlog-reply-larger-than", 1009).expect("OK");
    server.send("GET", "k");
    server.send("GETRANGE", "k", 1, -1);
    server.send("GET", "huge");
    List<List<RespValue>> entries = Entries.of(server.send("COMMANDLOG", "GET", 10, "large-reply"));
    assertThat(entries).hasSize(2);
    assertThat(Entries.number(entries.get(1).get(2))).isEqualTo(1009);
    assertThat(Entries.number(entries.get(0).get(2)))
        .isEqualTo("$300000\r\n\r\n".length() + 300_000);
  }

  @Test
  void remembersTheReplyToAWaitingCommand(TestServer server) {
    server.send("CONFIG", "SET", "commandlog-reply-larger-than", 500).expect("OK");
    var waiting = server.connect();
    waiting.write("BLPOP", "l", 0).flush();
    while (!server.send("CLIENT", "LIST").text().contains("cmd=blpop")) {
      Thread.onSpinWait();
    }
    server.send("RPUSH", "l", "x".repeat(600)).expectInteger(1);
    waiting.read();
    assertThat(Entries.requests(server.send("COMMANDLOG", "GET", -1, "large-reply")))
        .contains("BLPOP l 0");
  }

  @Test
  void isSlowLogUnderAnotherName(TestServer server) {
    server.send("CONFIG", "SET", "commandlog-execution-slower-than", 0).expect("OK");
    server.send("PING");
    server.send("CONFIG", "SET", "slowlog-log-slower-than", -1).expect("OK");
    server.send("COMMANDLOG", "LEN", "slow").expectInteger(2);
    assertThat(Entries.requests(server.send("COMMANDLOG", "GET", -1, "slow")))
        .isEqualTo(Entries.requests(server.send("SLOWLOG", "GET", -1)));
  }

  @Test
  void checksItsArguments(TestServer server) {
    server
        .send("COMMANDLOG", "GET", -2, "slow")
        .expectError("ERR count should be greater than or equal to -1");
    server
        .send("COMMANDLOG", "GET", 1, "fast")
        .expectError("ERR type should be one of the following: slow, large-request, large-reply");
    server
        .send("COMMANDLOG", "GET", 1)
        .expectError("ERR wrong number of arguments for 'commandlog|get' command");
  }
}
