package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FLUSHDB. */
@DualRun
class FlushDbTest {
  @Test
  void emptiesOneDatabase(TestServer server) {
    for (Object[] flush : new Object[][] {{"FLUSHDB"}, {"FLUSHDB", "ASYNC"}, {"FLUSHDB", "sync"}}) {
      fill(server, 0);
      fill(server, 1);
      server.send(flush).expectSimple("OK");
      server.send("DBSIZE").expectInteger(0);
      server.send("SET", "key:1", "new").expect("OK");
      server.send("GET", "key:1").expect("new");
      server.send("SELECT", 0).expect("OK");
      server.send("DBSIZE").expectInteger(500);
      server.send("GET", "key:1").expect("1");
    }
  }

  @Test
  void obeysTheConfigurationWhereItIsNotTold(TestServer server) {
    server.send("CONFIG", "SET", "lazyfree-lazy-user-flush", "yes").expect("OK");
    fill(server, 0);
    fill(server, 1);
    server.send("FLUSHDB").expect("OK");
    server.send("DBSIZE").expectInteger(0);
  }

  @Test
  void refusesOtherOptions(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("FLUSHDB", "NOW").expectError("ERR syntax error");
    server.send("FLUSHDB", "SYNC", "x").expectError("ERR syntax error");
    server.send("DBSIZE").expectInteger(1);
  }

  private static void fill(TestServer server, int database) {
    server.send("SELECT", database).expect("OK");
    for (int i = 0; i < 500; i++) {
      server.send("SET", "key:" + i, i, "EX", 1_000).expect("OK");
    }
  }
}
