package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SHUTDOWN, on servers that end with the test. */
class ShutdownEndTest {
  @ParameterizedTest
  @ValueSource(strings = {"SHUTDOWN", "SHUTDOWN NOSAVE NOW", "SHUTDOWN save FORCE"})
  void closesConnectionsWithoutAReply(String request) throws InterruptedException {
    try (JacinthUnderTest server = JacinthUnderTest.start();
        TestConnection other = TestConnection.open(server);
        TestConnection connection = TestConnection.open(server)) {
      other.send("PING").expect("PONG");
      connection.writeRaw(request + "\r\n").flush().expectClosed();
      other.expectClosed();
      server.server().awaitClose();
      assertThat(server.log()).contains("User requested shutdown").contains("bye bye");
    }
  }
}
