package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CLIENT SETNAME and CLIENT GETNAME. */
@DualRun
class ClientSetNameTest {
  @Test
  void givesAndTakesAName(TestServer server) {
    server.send("CLIENT", "GETNAME").expectRaw("$-1\r\n");
    server.send("CLIENT", "SETNAME", "me~!").expectSimple("OK");
    server.send("CLIENT", "GETNAME").expectBulk("me~!");
    server.send("CLIENT", "SETNAME", "").expectSimple("OK");
    server.send("CLIENT", "GETNAME").expectRaw("$-1\r\n");
    server.resp3().send("CLIENT", "GETNAME").expectRaw("_\r\n");
  }

  @Test
  void refusesWhatWouldBreakALine(TestServer server) {
    for (String name : List.of("a b", "a\nb", "\u00e9", "\u007f", "\t")) {
      server
          .send("CLIENT", "SETNAME", name)
          .expectError("ERR Client names cannot contain spaces, newlines or special characters.");
    }
  }
}
