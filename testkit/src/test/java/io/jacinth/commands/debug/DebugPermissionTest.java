package io.jacinth.commands.debug;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import org.junit.jupiter.api.Test;

/** Who may use DEBUG. */
class DebugPermissionTest {
  @Test
  void isRefusedBeforeTheLoginIsAskedFor() {
    try (RunningServer server = JacinthUnderTest.start("--requirepass", "secret");
        TestConnection connection = TestConnection.open(server)) {
      connection.send("DEBUG").expectErrorStarting("ERR wrong number");
      connection
          .send("DEBUG", "SLEEP", 0)
          .expectError(
              "ERR DEBUG command not allowed. If the enable-debug-command option is set to"
                  + " \"local\", you can run it from a local connection, otherwise you need to"
                  + " set this option in the configuration file, and then restart the server.");
    }
  }

  @Test
  void isAllowedToLocalClients() {
    try (RunningServer server = JacinthUnderTest.start("--enable-debug-command", "local");
        TestConnection connection = TestConnection.open(server)) {
      connection.send("DEBUG", "SLEEP", 0).expectSimple("OK");
    }
  }
}
