package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FLUSHALL. */
@DualRun
class FlushAllTest {
  @Test
  void emptiesEveryDatabase(TestServer server) {
    for (Object[] flush :
        new Object[][] {{"FLUSHALL"}, {"FLUSHALL", "ASYNC"}, {"FLUSHALL", "sync"}}) {
      for (int database = 0; database < 3; database++) {
        server.send("SELECT", database).expect("OK");
        server.send("MSET", "a", 1, "b", "x".repeat(50_000)).expect("OK");
        server.send("EXPIRE", "a", 100).expectInteger(1);
      }
      server.send(flush).expectSimple("OK");
      for (int database = 0; database < 3; database++) {
        server.send("SELECT", database).expect("OK");
        server.send("DBSIZE").expectInteger(0);
        server.send("EXISTS", "a", "b").expectInteger(0);
      }
    }
  }

  @Test
  void savesWhereSnapshotsAreKept(TestServer server) {
    server.send("CONFIG", "SET", "save", "3600 1000").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("FLUSHALL").expect("OK");
    assertThat(server.send("INFO", "persistence").text())
        .contains("rdb_changes_since_last_save:0\r\n");
  }

  @Test
  void refusesOtherOptions(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("FLUSHALL", "NOW").expectError("ERR syntax error");
    server.send("FLUSHALL", "ASYNC", "SYNC").expectError("ERR syntax error");
    server.send("DBSIZE").expectInteger(1);
  }
}
