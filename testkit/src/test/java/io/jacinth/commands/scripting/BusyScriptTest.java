package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
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

  private static List<TestConnection> connections(JacinthUnderTest server) {
    List<TestConnection> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      TestConnection connection = TestConnection.open(server);
      connection.send("HELLO", "3").expectMap();
      all.add(connection);
    }
    return all;
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
