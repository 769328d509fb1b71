package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** CLIENT PAUSE and CLIENT UNPAUSE. */
@DualRun
@Timeout(15)
class ClientPauseTest {
  @Test
  void writesWaitAndReadsDoNot(TestServer server) {
    server.send("SET", "k", "old");
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    TestConnection writer = server.connect();
    writer.write("SET", "k", "new").flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("GET", "k").expectBulk("old");
    server.send("PING").expectSimple("PONG");
    server.send("CLIENT", "UNPAUSE").expect("OK");
    writer.read().expect("OK");
    server.send("GET", "k").expectBulk("new");
  }

  @Test
  void commandsThatMayReplicateWaitToo(TestServer server) {
    server.send("PFADD", "hll", "a");
    server.send("CLIENT", "PAUSE", 20_000, "write").expect("OK");
    TestConnection counter = server.connect();
    counter.write("PFCOUNT", "hll").flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    counter.read().expectInteger(1);
  }

  @Test
  void scriptsThatSayThatTheyOnlyReadDoNotWait(TestServer server) {
    String script = "#!lua flags=no-writes\nreturn 1";
    String sha = server.send("SCRIPT", "LOAD", script).text();
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=l\nredis.register_function{function_name='f',callback=function() return 2"
                + " end,flags={'no-writes'}}")
        .expectBulk("l");
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    server.send("EVAL", script, 0).expectInteger(1);
    server.send("EVAL", script + " + 2", 0).expectInteger(3);
    server.send("EVALSHA", sha, 0).expectInteger(1);
    server.send("EVAL_RO", "return 4", 0).expectInteger(4);
    server.send("FCALL", "f", 0).expectInteger(2);
    TestConnection other = server.connect();
    other.write("EVAL", "return 5", 0).flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    other.read().expectInteger(5);
  }

  @Test
  void aPipelineKeepsItsOrder(TestServer server) {
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    TestConnection client = server.connect();
    client.write("GET", "n").write("INCR", "n").write("GET", "n").write("INCR", "n").flush();
    client.read().expectNil();
    PauseHelp.awaitBlocked(server, 1);
    client.write("GET", "n").flush();
    server.send("CLIENT", "UNPAUSE").expect("OK");
    client.read().expectInteger(1);
    client.read().expectBulk("1");
    client.read().expectInteger(2);
    client.read().expectBulk("2");
  }

  @Test
  void anInlineRequestWaitsUnchanged(TestServer server) {
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    TestConnection first = server.connect();
    TestConnection second = server.connect();
    first.writeRaw("SET one \"a \\\"b\\\" c\"\r\n").write("GET", "one").flush();
    second.writeRaw("\r\nSET two 'a b'\r\nGET t").flush();
    PauseHelp.awaitBlocked(server, 2);
    second.writeRaw("wo\r\n").flush();
    server.send("CLIENT", "UNPAUSE").expect("OK");
    first.read().expect("OK");
    first.read().expectBulk("a \"b\" c");
    second.read().expect("OK");
    second.read().expectBulk("a b");
  }

  @Test
  void aLongRequestThatArrivesInPiecesWaits(TestServer server) {
    String value = "x".repeat(300_000);
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    TestConnection client = server.connect();
    client.write("SET", "k", value).write("STRLEN", "k").flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    client.read().expect("OK");
    client.read().expectInteger(300_000);
  }

  @Test
  void skippedRepliesStaySkipped(TestServer server) {
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    TestConnection client = server.connect();
    client.writeRaw("CLIENT REPLY SKIP\r\nSET k v\r\n").write("GET", "k").flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    assertThat(client.read().text()).isEqualTo("v");
  }

  @Test
  void errorsAreAnsweredAtOnce(TestServer server) {
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    server.send("SET", "k").expectError("ERR wrong number of arguments for 'set' command");
    server.send("CLIENT", "UNPAUSE").expect("OK");
  }

  @Test
  void manyClientsGoOn(TestServer server) {
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    List<TestConnection> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(server.connect());
      clients.getLast().write("INCR", "n").flush();
    }
    PauseHelp.awaitBlocked(server, 20);
    clients.removeFirst().close();
    PauseHelp.awaitBlocked(server, 19);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    clients.forEach(client -> client.read().expectIntegerBetween(1, 19));
    server.send("GET", "n").expectBulk("19");
  }

  @Test
  @JacinthOnly("Redis 7.0 ends with a crash report")
  void whoWaitsCannotBeUnblocked(TestServer server) {
    TestConnection client = server.connect();
    long id = client.send("CLIENT", "ID").integer();
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    client.write("INCR", "n").flush();
    PauseHelp.awaitBlocked(server, 1);
    server.send("CLIENT", "UNBLOCK", id).expectInteger(0);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    client.read().expectInteger(1);
  }

  @Test
  void expiredKeysAreOutOfSightAndStay(TestServer server) {
    server.send("SET", "later", "v", "PX", 1);
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    if (server.hasManualClock()) {
      server.advance(Duration.ofMillis(5));
    }
    while (!server.send("GET", "later").isNil()) {
      Thread.onSpinWait();
    }
    server.send("DBSIZE").expectInteger(1);
    server.send("CLIENT", "UNPAUSE").expect("OK");
    server.send("GET", "later").expectNil();
    server.send("DBSIZE").expectInteger(0);
  }

  @Test
  @JacinthOnly("Redis 7.0 searches for ever")
  void aRandomKeyIsFoundAmongExpiredOnes(TestServer server) {
    server.send("SET", "k", "v", "PX", 1);
    server.send("CLIENT", "PAUSE", 20_000, "WRITE").expect("OK");
    server.advance(Duration.ofMillis(5));
    server.send("RANDOMKEY").expectBulk("k");
    server.send("CLIENT", "UNPAUSE").expect("OK");
    server.send("RANDOMKEY").expectNil();
  }

  @Test
  void aPauseEndsByItself(TestServer server) {
    server.send("CLIENT", "PAUSE", 20).expect("OK");
    if (server.hasManualClock()) {
      TestConnection client = server.connect();
      client.write("PING").flush();
      server.advance(Duration.ofMillis(20));
      client.read().expectSimple("PONG");
    }
    server.send("PING").expectSimple("PONG");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void aLaterPauseOnlyWidensAndLengthens(TestServer server) {
    TestConnection reader = server.connect();
    server.send("CLIENT", "PAUSE", 1000, "WRITE").expect("OK");
    server.send("CLIENT", "PAUSE", 10, "ALL").expect("OK");
    reader.write("GET", "k").flush();
    server.advance(Duration.ofMillis(999));
    reader.write("GET", "l").flush();
    server.advance(Duration.ofMillis(1));
    reader.read().expectNil();
    reader.read().expectNil();
    server.send("SET", "k", "v").expect("OK");
  }

  @Test
  void refusesBadArguments(TestServer server) {
    server
        .send("CLIENT", "PAUSE")
        .expectError("ERR wrong number of arguments for 'client|pause' command");
    server
        .send("CLIENT", "PAUSE", "x")
        .expectError("ERR timeout is not an integer or out of range");
    server.send("CLIENT", "PAUSE", -1).expectError("ERR timeout is negative");
    server
        .send("CLIENT", "PAUSE", 1, "foo")
        .expectError("ERR CLIENT PAUSE mode must be WRITE or ALL");
    server
        .send("CLIENT", "PAUSE", 1, "WRITE", "x")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'PAUSE'. Try CLIENT HELP.");
    server
        .send("CLIENT", "UNPAUSE", "x")
        .expectError("ERR wrong number of arguments for 'client|unpause' command");
    server.send("CLIENT", "UNPAUSE").expect("OK");
  }
}
