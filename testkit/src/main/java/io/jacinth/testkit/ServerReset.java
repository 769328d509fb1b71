package io.jacinth.testkit;

import io.jacinth.client.RespException;
import io.jacinth.client.RespValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Undoes what a test left in a shared server: keys, users, configuration, statistics. Works over a
 * connection of its own that is older than the test, so a password set by the test does not lock it
 * out.
 */
final class ServerReset {

  private final RunningServer server;
  private final Map<String, String> startConfiguration;
  private TestConnection connection;

  ServerReset(RunningServer server) {
    this.server = server;
    this.connection = connect();
    this.startConfiguration = configuration();
  }

  void run() {
    try {
      restore();
    } catch (RespException.ConnectionLost killedByTheTest) {
      connection = connect();
      restore();
    }
  }

  private void restore() {
    List<Object> changes = new ArrayList<>();
    configuration()
        .forEach(
            (name, value) -> {
              String start = startConfiguration.getOrDefault(name, value);
              if (!start.equals(value)) {
                changes.addAll(List.of(name, start));
              }
            });
    if (!changes.isEmpty()) {
      changes.addAll(0, List.of("CONFIG", "SET"));
      connection.send(changes.toArray()).expect("OK");
    }
    forgetUsers();
    connection.send("FLUSHALL").expect("OK");
    connection.send("SCRIPT", "FLUSH").expect("OK");
    connection.send("FUNCTION", "FLUSH").expect("OK");
    connection.send("CONFIG", "RESETSTAT").expect("OK");
  }

  private void forgetUsers() {
    connection.send("ACL", "LOG", "RESET").expect("OK");
    for (RespValue user : connection.send("ACL", "USERS").elements()) {
      if (!text(user).equals("default")) {
        connection.send("ACL", "DELUSER", text(user)).expectInteger(1);
      }
    }
  }

  private TestConnection connect() {
    TestConnection fresh = TestConnection.open(server);
    fresh.send("CLIENT", "SETNAME", "testkit").expect("OK");
    return fresh;
  }

  private Map<String, String> configuration() {
    List<RespValue> pairs = connection.send("CONFIG", "GET", "*").elements();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      values.put(text(pairs.get(i)), text(pairs.get(i + 1)));
    }
    return values;
  }

  private static String text(RespValue value) {
    String text = Expectation.text(value);
    return text == null ? "" : text;
  }
}
