package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** CLIENT GETREDIR. */
@DualRun
class ClientGetRedirTest {
  @Test
  void answersWhoIsToldInstead(TestServer server) {
    long other = server.connect().send("CLIENT", "ID").integer();
    server.send("CLIENT", "GETREDIR").expectInteger(-1);
    server.send("CLIENT", "TRACKING", "ON").expect("OK");
    server.send("CLIENT", "GETREDIR").expectInteger(0);
    server.send("CLIENT", "TRACKING", "ON", "REDIRECT", other).expect("OK");
    server.send("CLIENT", "GETREDIR").expectInteger(other);
    server.send("CLIENT", "TRACKING", "OFF").expect("OK");
    server.send("CLIENT", "GETREDIR").expectInteger(-1);
    server
        .send("CLIENT", "GETREDIR", "x")
        .expectError("ERR wrong number of arguments for 'client|getredir' command");
  }
}
