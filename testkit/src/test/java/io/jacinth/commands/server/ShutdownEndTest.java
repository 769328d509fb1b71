package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SHUTDOWN, on servers that end with the test. */
class ShutdownEndTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"SHUTDOWN", "SHUTDOWN NOSAVE NOW", "SHUTDOWN save FORCE"})
  void closesConnectionsWithoutAReply(String request) throws InterruptedException {
    try (JacinthUnderTest server = start();
        TestConnection other = TestConnection.open(server);
        TestConnection connection = TestConnection.open(server)) {
      other.send("PING").expect("PONG");
      connection.writeRaw(request + "\r\n").flush().expectClosed();
      other.expectClosed();
      server.server().awaitClose();
      assertThat(server.log()).contains("User requested shutdown").contains("bye bye");
    }
  }

  private JacinthUnderTest start(String... more) {
    List<String> line = new ArrayList<>(List.of("--dir", directory.toString()));
    line.addAll(List.of("--enable-protected-configs", "yes"));
    line.addAll(List.of(more));
    return JacinthUnderTest.start(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "SHUTDOWN, '', false",
    "SHUTDOWN, 1000 1, true",
    "SHUTDOWN NOSAVE, 1000 1, false",
    "SHUTDOWN SAVE, '', true"
  })
  void savesWhereAskedTo(String request, String savePoints, boolean saves)
      throws InterruptedException {
    try (JacinthUnderTest server = start("--save", savePoints);
        TestConnection connection = TestConnection.open(server)) {
      connection.send("SET", "k", "v").expect("OK");
      connection.writeRaw(request + "\r\n").flush().expectClosed();
      server.server().awaitClose();
    }
    try (JacinthUnderTest server = start();
        TestConnection connection = TestConnection.open(server)) {
      connection.send("EXISTS", "k").expectInteger(saves ? 1 : 0);
    }
  }

  @Test
  void goesOnWhereItCannotSave() throws InterruptedException {
    try (JacinthUnderTest server = start("--save", "");
        TestConnection connection = TestConnection.open(server)) {
      connection.send("CONFIG", "SET", "dir", "/proc").expect("OK");
      connection.send("SHUTDOWN", "SAVE").expectError("ERR Errors trying to SHUTDOWN. Check logs.");
      connection.send("PING").expect("PONG");
      assertThat(server.log()).contains("Error trying to save the DB, can't exit.");
      connection.writeRaw("SHUTDOWN SAVE FORCE\r\n").flush().expectClosed();
      server.server().awaitClose();
    }
  }
}
