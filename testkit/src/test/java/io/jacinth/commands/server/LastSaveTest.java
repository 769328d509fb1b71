package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** LASTSAVE. */
@DualRun
class LastSaveTest {
  @Test
  void tellsWhenTheLastSnapshotWasWritten(TestServer server) {
    server.send("SAVE").expect("OK");
    long now =
        Long.parseLong(server.send("TIME").elements().getFirst().toString().replace("\"", ""));
    server.send("LASTSAVE").expectIntegerBetween(now - 1, now);
    server
        .send("LASTSAVE", "k")
        .expectError("ERR wrong number of arguments for 'lastsave' command");
  }

  @Test
  @JacinthOnly("moves the clock")
  void beginsWithTheServersStart(TestServer server) {
    long start = server.send("LASTSAVE").integer();
    server.advance(Duration.ofSeconds(50));
    server.send("LASTSAVE").expectInteger(start);
    server.send("SAVE").expect("OK");
    server.send("LASTSAVE").expectInteger(start + 50);
  }
}
