package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** AUTH. */
@DualRun
class AuthTest {
  private static final String WRONG =
      "WRONGPASS invalid username-password pair or user is disabled.";

  @Test
  void withoutPasswordOnlyTheDefaultUserLogsIn(TestServer server) {
    server
        .send("AUTH", "x")
        .expectError(
            "ERR AUTH <password> called without any password configured for the default user."
                + " Are you sure your configuration is correct?");
    server.send("AUTH", "default", "x").expectSimple("OK");
    server.send("AUTH", "other", "x").expectError(WRONG);
  }

  @Test
  void withPasswordBothFormsLogIn(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection first = server.connect();
    first.send("GET", "k").expectError("NOAUTH Authentication required.");
    first.send("AUTH", "wrong").expectError(WRONG);
    first.send("AUTH", "secret", "secret").expectError(WRONG);
    first.send("AUTH", "Default", "secret").expectError(WRONG);
    first.send("GET", "k").expectError("NOAUTH Authentication required.");
    first.send("AUTH", "secret").expectSimple("OK");
    first.send("GET", "k").expectNil();
    TestConnection second = server.connect();
    second.send("AUTH", "default", "secret").expectSimple("OK");
    second.send("GET", "k").expectNil();
  }

  @Test
  void aFailureDoesNotLogOut(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    server.send("AUTH", "wrong").expectError(WRONG);
    server.send("PING").expect("PONG");
  }

  @Test
  void whenThePasswordGoesEverybodyIsIn(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection late = server.connect();
    late.send("PING").expectError("NOAUTH Authentication required.");
    server.send("CONFIG", "SET", "requirepass", "").expect("OK");
    late.send("PING").expect("PONG");
  }

  @Test
  void checksCountOfArguments(TestServer server) {
    server.send("AUTH").expectError("ERR wrong number of arguments for 'auth' command");
    server.send("AUTH", "a", "b", "c").expectError("ERR syntax error");
  }

  @Test
  void unknownCommandsAndWrongCountsComeBeforeTheLogin(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection connection = server.connect();
    connection.send("NOSUCH").expectErrorStarting("ERR unknown command 'NOSUCH'");
    connection.send("GET").expectError("ERR wrong number of arguments for 'get' command");
  }
}
