package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@DualRun
class ClientKillTest {
  private static String field(TestConnection connection, String name) {
    String info = connection.send("CLIENT", "INFO").text();
    return info.replaceAll("(?s).* " + name + "=(\\S*).*", "$1");
  }

  @Test
  void oldFormKillsByAddress(TestServer server) {
    TestConnection victim = server.connect();
    server.send("CLIENT", "KILL", field(victim, "addr")).expect("OK");
    victim.expectClosed();
    server.send("CLIENT", "KILL", "1.2.3.4:1").expectError("ERR No such client");
  }

  @Test
  void whoKillsItselfIsAnsweredFirst(TestServer server) {
    for (boolean isOldForm : List.of(true, false)) {
      TestConnection self = server.connect();
      if (isOldForm) {
        self.send("CLIENT", "KILL", field(self, "addr")).expect("OK");
      } else {
        long id = self.send("CLIENT", "ID").integer();
        self.send("CLIENT", "KILL", "ID", id).expectInteger(0);
        self.send("CLIENT", "KILL", "ID", id, "SKIPME", "no").expectInteger(1);
      }
      self.expectClosed();
    }
  }

  @Test
  void requestsBehindAKillOfItselfAreNotRun(TestServer server) {
    TestConnection self = server.connect();
    long id = self.send("CLIENT", "ID").integer();
    self.write("CLIENT", "KILL", "ID", id, "SKIPME", "NO").write("SET", "k", "v");
    self.read().expectInteger(1);
    self.expectClosed();
    server.send("GET", "k").expectNil();
  }

  @Test
  void filtersMustAllAgree(TestServer server) {
    TestConnection one = server.connect();
    TestConnection other = server.connect();
    long id = one.send("CLIENT", "ID").integer();
    String address = field(one, "addr");
    String local = field(one, "laddr");
    server.send("CLIENT", "KILL", "ID", id, "ADDR", field(other, "addr")).expectInteger(0);
    server.send("CLIENT", "KILL", "ID", id, "TYPE", "pubsub").expectInteger(0);
    server
        .send(
            "CLIENT", "KILL", "ADDR", address, "laddr", local, "TYPE", "normal", "user", "default")
        .expectInteger(1);
    one.expectClosed();
    other.send("PING").expectSimple("PONG");
  }

  @Test
  void byUser(TestServer server) {
    server.send("ACL", "SETUSER", "dummy", "on", "nopass", "+ping").expect("OK");
    TestConnection dummy = server.connect();
    TestConnection other = server.connect();
    dummy.send("AUTH", "dummy", "").expect("OK");
    other.send("PING").expectSimple("PONG");
    server.send("CLIENT", "KILL", "USER", "nobody").expectError("ERR No such user 'nobody'");
    server.send("CLIENT", "KILL", "USER", "dummy").expectInteger(1);
    dummy.expectClosed();
    other.send("PING").expectSimple("PONG");
    server.send("ACL", "DELUSER", "dummy").expectInteger(1);
  }

  @Test
  void aKilledClientIsForgottenAtOnce(TestServer server) {
    TestConnection victim = server.connect();
    long id = victim.send("CLIENT", "ID").integer();
    server.send("CLIENT", "KILL", "ID", id).expectInteger(1);
    server.send("CLIENT", "LIST", "ID", id).expectBulk("");
    server.send("CLIENT", "KILL", "ID", id).expectInteger(0);
    victim.expectClosed();
  }

  @Test
  void killsAClientThatWaits(TestServer server) {
    TestConnection victim = server.connect();
    long id = victim.send("CLIENT", "ID").integer();
    victim.write("BLPOP", "list", 0).flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "KILL", "ID", id).expectInteger(1);
    victim.expectClosed();
    server.send("RPUSH", "list", "a").expectInteger(1);
    server.send("LLEN", "list").expectInteger(1);
  }

  @Test
  void refusesBadFilters(TestServer server) {
    server
        .send("CLIENT", "KILL")
        .expectError("ERR wrong number of arguments for 'client|kill' command");
    server.send("CLIENT", "KILL", "a", "b", "c").expectError("ERR syntax error");
    server.send("CLIENT", "KILL", "ADDR").expectError("ERR No such client");
    String wrongId = "ERR client-id should be greater than 0";
    server.send("CLIENT", "KILL", "ID", 0).expectError(wrongId);
    server.send("CLIENT", "KILL", "ID", "x").expectError(wrongId);
    server.send("CLIENT", "KILL", "TYPE", "foo").expectError("ERR Unknown client type 'foo'");
    server.send("CLIENT", "KILL", "USER", "nobody").expectError("ERR No such user 'nobody'");
    server.send("CLIENT", "KILL", "SKIPME", "maybe").expectError("ERR syntax error");
    server.send("CLIENT", "KILL", "FOO", "bar").expectError("ERR syntax error");
    server.send("CLIENT", "KILL", "ID", 99_999_999, "x").expectError("ERR syntax error");
  }

  @Test
  @JacinthOnly("MAXAGE came with 7.4, and the test moves the clock")
  void killsByAge(TestServer server) {
    TestConnection old = server.connect();
    old.send("PING");
    server.advance(Duration.ofSeconds(5));
    TestConnection young = server.connect();
    young.send("PING");
    server.send("CLIENT", "KILL", "MAXAGE", 5).expectInteger(1);
    old.expectClosed();
    young.send("PING").expectSimple("PONG");
    server
        .send("CLIENT", "KILL", "MAXAGE", "x")
        .expectError("ERR maxage is not an integer or out of range");
    server.send("CLIENT", "KILL", "MAXAGE", 0).expectError("ERR maxage should be greater than 0");
  }

  @Test
  @JacinthOnly("Valkey's filters")
  void killsByNewerFilters(TestServer server) {
    TestConnection one = server.connect();
    one.send("CLIENT", "SETNAME", "one");
    one.send("SELECT", 3);
    TestConnection two = server.connect();
    two.send("CLIENT", "SETNAME", "two");
    long first = one.send("CLIENT", "ID").integer();
    long second = two.send("CLIENT", "ID").integer();
    assertThat(server.send("CLIENT", "LIST", "NAME", "one", "DB", 3).text())
        .startsWith("id=" + first + " ")
        .doesNotContain("id=" + second + " ");
    server.send("CLIENT", "LIST", "NOT-IP", "127.0.0.1").expectBulk("");
    server.send("CLIENT", "KILL", "NAME", "one", "NOT-DB", 3).expectInteger(0);
    server.send("CLIENT", "KILL", "ID", first, second, "NOT-FLAGS", "b").expectInteger(2);
    one.expectClosed();
    two.expectClosed();
  }
}
