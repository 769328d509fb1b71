package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DBSIZE. */
@DualRun
class DbSizeTest {
  @Test
  void countsTheKeysOfTheDatabase(TestServer server) {
    server.send("DBSIZE").expectInteger(0);
    server.send("MSET", "a", 1, "b", 2, "c", 3).expect("OK");
    server.send("DBSIZE").expectInteger(3);
    server.send("SELECT", 9).expect("OK");
    server.send("DBSIZE").expectInteger(0);
    server.send("DBSIZE", 0).expectError("ERR wrong number of arguments for 'dbsize' command");
  }
}
