package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that do not end: others are told, SCRIPT KILL is heard on every loop and ends them. */
class BusyScriptTest {
  private static final String BUSY =
      "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true do end",
        "while true do pcall(function() while true do end end) end",
        "coroutine.wrap(function() while true do end end)()",
        "table.sort({1, 2, 3}, function() while true do end end)",
        "string.gsub('abc', '%w', function() while true do end end)",
        "local t = setmetatable({}, {__index = function() while true do end end}) return t.x",
        "while true do redis.call('GET', KEYS[1]) end",
        "local function f() return f() end f()",
      })
  void isKilledFromEveryLoop(String script) {
    try (JacinthUnderTest server =
        JacinthUnderTest.startInRealTime("--io-threads", "2", "--busy-reply-threshold", "50")) {
      List<TestConnection> others = connections(server);
      TestConnection caller = TestConnection.open(server);
      caller.write("EVAL", script, 1, "k").flush();
      awaitBusy(others);
      for (TestConnection other : others) {
        other.send("GET", "k").expectError(BUSY);
      }
      others.getFirst().send("SCRIPT", "KILL").expect("OK");
      assertThat(caller.read().toString()).contains("Script killed by user with SCRIPT KILL.");
      caller.send("SET", "k", "v").expect("OK");
      others.forEach(TestConnection::close);
      caller.close();
    }
  }

  /** Whether the loops are one or two, the transaction leaves its own, and comes back to it. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void isKilledWithinATransaction(String loops) {
    try (JacinthUnderTest server =
        JacinthUnderTest.startInRealTime(
            "--io-threads",
            loops,
            "--busy-reply-threshold",
            "50",
            "--script-kill-rollback",
            "yes",
            "--appendonly",
            "yes")) {
      List<TestConnection> others = connections(server);
      TestConnection caller = TestConnection.open(server);
      caller.send("MULTI");
      caller.send("SET", "before", "1");
      caller.send("EVAL", "redis.call('SET', 'within', 1) while true do end", 0);
      caller.send("SET", "between", "2");
      caller.send("EVAL", "while true do end", 0);
      caller.send("SUBSCRIBE", "news");
      caller.send("GET", "between");
      caller.write("EXEC").flush();
      awaitBusy(others);
      others.getFirst().send("DISCARD").expectErrorStarting("ERR DISCARD without MULTI");
      awaitIdle(others.getFirst());
      String replies = caller.read().toString();
      assertThat(replies).contains("Script killed by user with SCRIPT KILL.").contains("2");
      others.getFirst().send("MGET", "before", "within", "between").expectArray("1", null, "2");
      others.getLast().send("PUBLISH", "news", "x").expectInteger(1);
      others.forEach(TestConnection::close);
      caller.close();
      server.checkInvariants();
    }
  }

  /** The client of a transaction that runs long goes away meanwhile. */
  @Test
  void losesItsClient() {
    try (JacinthUnderTest server =
        JacinthUnderTest.startInRealTime("--io-threads", "1", "--busy-reply-threshold", "50")) {
      List<TestConnection> others = connections(server);
      TestConnection caller = TestConnection.open(server);
      caller.send("WATCH", "watched");
      caller.send("MULTI");
      caller.send("EVAL", "while true do end", 0);
      caller.send("SET", "after", "1");
      caller.write("EXEC").flush();
      awaitBusy(others);
      caller.close();
      awaitIdle(others.getFirst());
      others.getFirst().send("GET", "after").expect("1");
      others.forEach(TestConnection::close);
    }
  }

  private static List<TestConnection> connections(JacinthUnderTest server) {
    List<TestConnection> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      TestConnection connection = TestConnection.open(server);
      connection.send("HELLO", "3").expectMap();
      all.add(connection);
    }
    return all;
  }

  /** Kills what runs until nothing does. */
  private static void awaitIdle(TestConnection connection) {
    Reply reply = connection.send("SCRIPT", "KILL");
    while (!reply.toString().contains("NOTBUSY")) {
      reply = connection.send("SCRIPT", "KILL");
    }
  }

  /** Whoever shares the loop with the script hears so when that has left it. */
  private static void awaitBusy(List<TestConnection> connections) {
    for (TestConnection connection : connections) {
      Reply reply = connection.send("PING");
      while (!reply.toString().contains("BUSY")) {
        reply = connection.send("PING");
      }
    }
  }
}
