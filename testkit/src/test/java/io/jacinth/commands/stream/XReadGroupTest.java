package io.jacinth.commands.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XREADGROUP. */
@DualRun
class XReadGroupTest {
  @Test
  void givesNewEntriesOut(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "2", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")))));
    server
        .send("XREADGROUP", "GROUP", "g", "bob", "COUNT", "1", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("3-0", List.of("f", "3")))));
    server
        .send("XPENDING", "s", "g")
        .expectArray(3, "1-0", "3-0", List.of(List.of("alice", "2"), List.of("bob", "1")));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("4-0", List.of("f", "4")))));
    server.send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">").expectNil();
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "0")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("4-0", List.of("f", "4")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "1", "STREAMS", "s", "0")
        .expectArray(List.of("s", List.of(List.of("1-0", List.of("f", "1")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "2")
        .expectArray(List.of("s", List.of(List.of("4-0", List.of("f", "4")))));
    server
        .send("XREADGROUP", "GROUP", "g", "bob", "STREAMS", "s", "0-1")
        .expectArray(List.of("s", List.of(List.of("3-0", List.of("f", "3")))));
    server
        .send("XREADGROUP", "GROUP", "g", "carol", "STREAMS", "s", "0")
        .expectArray(List.of("s", List.of()));
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                3,
                "pending",
                4,
                "last-delivered-id",
                "4-0",
                "entries-read",
                4,
                "lag",
                0));
    server.send("XACK", "s", "g", "1", "4").expectInteger(2);
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "0")
        .expectArray(List.of("s", List.of(List.of("2-0", List.of("f", "2")))));
  }

  @Test
  void answersThatAnEntryIsGone(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XDEL", "s", "2", "3").expectInteger(2);
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "0")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", Expectation.nil()),
                    List.of("3-0", Expectation.nil()),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XPENDING", "s", "g").expectArray(4, "1-0", "4-0", List.of(List.of("alice", "4")));
  }

  @Test
  void needsNoAcknowledgement(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "NOACK", "COUNT", "3", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")))));
    server
        .send("XPENDING", "s", "g")
        .expectArray(0, Expectation.nil(), Expectation.nil(), Expectation.nil());
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "0")
        .expectArray(List.of("s", List.of()));
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                1,
                "pending",
                0,
                "last-delivered-id",
                "3-0",
                "entries-read",
                3,
                "lag",
                1));
  }

  @Test
  void readsSeveralStreams(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server.send("XADD", "t", "7", "h", "w").expectBulk("7-0");
    server.send("XGROUP", "CREATE", "t", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "2", "STREAMS", "s", "t", ">", ">")
        .expectArray(
            List.of(
                "s", List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")))),
            List.of("t", List.of(List.of("7-0", List.of("h", "w")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "COUNT", "2", "STREAMS", "s", "t", ">", ">")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("3-0", List.of("f", "3")), List.of("4-0", List.of("f", "4")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "t", "3", "0")
        .expectArray(
            List.of("s", List.of(List.of("4-0", List.of("f", "4")))),
            List.of("t", List.of(List.of("7-0", List.of("h", "w")))));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "s", "0", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "t", ">", ">").expectNil();
  }

  @Test
  void takesWhatAnotherHasOnceMore(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XGROUP", "SETID", "s", "g", "2").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "bob", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("3-0", List.of("f", "3")), List.of("4-0", List.of("f", "4")))));
    server
        .send("XPENDING", "s", "g")
        .expectArray(4, "1-0", "4-0", List.of(List.of("alice", "2"), List.of("bob", "2")));
    server
        .send("XREADGROUP", "GROUP", "g", "alice", "STREAMS", "s", "0")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")))));
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XREADGROUP").expectError("ERR wrong number of arguments for 'xreadgroup' command");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s")
        .expectError("ERR wrong number of arguments for 'xreadgroup' command");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">")
        .expectError(
            "NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option");
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">")
        .expectError(
            "NOGROUP No such key 's' or consumer group 'g' in XREADGROUP with GROUP option");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", "$")
        .expectError(
            "ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result set.");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "none", "x")
        .expectError(
            "NOGROUP No such key 'none' or consumer group 'g' in XREADGROUP with GROUP option");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "COUNT", "x", "STREAMS", "s", ">")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XREADGROUP", "COUNT", "1", "COUNT", "1", "STREAMS", "s", ">")
        .expectError("ERR Missing GROUP option for XREADGROUP");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "FOO", "STREAMS", "s", ">")
        .expectError("ERR syntax error");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "k", ">")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void waitsForANewEntry(TestServer server) {
    server.send("XGROUP", "CREATE", "s", "g", 0, "MKSTREAM").expect("OK");
    TestConnection waiting =
        Waiting.client(server, "XREADGROUP", "GROUP", "g", "c", "BLOCK", 0, "STREAMS", "s", ">");
    server.send("XADD", "s", 2, "f", "v").expectBulk("2-0");
    waiting.read().expectArray(List.of("s", List.of(List.of("2-0", List.of("f", "v")))));
    server.send("XPENDING", "s", "g").expectArray(1, "2-0", "2-0", List.of(List.of("c", "1")));
  }

  @Test
  void waitsNoLongerForAGroupThatIsGone(TestServer server) {
    server.send("XGROUP", "CREATE", "s", "g", 0, "MKSTREAM").expect("OK");
    TestConnection waiting =
        Waiting.client(server, "XREADGROUP", "GROUP", "g", "c", "BLOCK", 0, "STREAMS", "s", ">");
    server.send("XGROUP", "DESTROY", "s", "g").expectInteger(1);
    waiting.read().expectErrorStarting("NOGROUP ");
  }

  @Test
  @Since("7.2")
  void isCountedAmongThoseWhoWaitForTheKeysEnd(TestServer server) {
    server.send("XGROUP", "CREATE", "s", "g", 0, "MKSTREAM").expect("OK");
    TestConnection reader = waiting(server, 1, "XREAD", "BLOCK", 0, "STREAMS", "s", "$");
    assertThat(server.send("INFO", "clients").text()).contains("total_blocking_keys_on_nokey:0");
    Object[] request = {"XREADGROUP", "GROUP", "g", "c", "BLOCK", 0, "STREAMS", "s", ">"};
    TestConnection first = waiting(server, 2, request);
    TestConnection second = waiting(server, 3, request);
    assertThat(server.send("INFO", "clients").text())
        .contains("total_blocking_keys:1\r\ntotal_blocking_keys_on_nokey:1");
    server.send("XGROUP", "DESTROY", "s", "g").expectInteger(1);
    first.read().expectErrorStarting("NOGROUP ");
    second.read().expectErrorStarting("NOGROUP ");
    server.send("XADD", "s", "1-1", "f", "v").expect("1-1");
    reader.read().expectArray(List.of("s", List.of(List.of("1-1", List.of("f", "v")))));
    assertThat(server.send("INFO", "clients").text())
        .contains("total_blocking_keys:0\r\ntotal_blocking_keys_on_nokey:0");
  }

  private static TestConnection waiting(TestServer server, int clients, Object... request) {
    TestConnection client = server.connect();
    client.write(request).flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:" + clients)) {
      Thread.onSpinWait();
    }
    return client;
  }

  @Test
  @Since("7.2")
  void makesAConsumerThatIsGivenNothing(TestServer server) {
    server.send("XGROUP", "CREATE", "s", "g", 0, "MKSTREAM").expect("OK");
    server.send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">").expectNil();
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "c").expectInteger(0);
  }
}
