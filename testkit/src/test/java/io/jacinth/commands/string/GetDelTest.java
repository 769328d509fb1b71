package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GETDEL. */
@DualRun
class GetDelTest {
  @Test
  void answersAndDeletes(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("GETDEL", "k").expectBulk("v");
    server.send("GETDEL", "k").expectNil();
    server.send("EXISTS", "k").expectInteger(0);
    server.send("GETDEL").expectError("ERR wrong number of arguments for 'getdel' command");
  }
}
