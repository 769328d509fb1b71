package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** BGSAVE. */
@DualRun
class BgSaveTest {
  @Test
  void takesOneWordAtMost(TestServer server) {
    server.send("BGSAVE", "now").expectError("ERR syntax error");
    server.send("BGSAVE", "SCHEDULE", "now").expectError("ERR syntax error");
  }

  @Test
  void runsOneAtATimeAndEndsWithTheData(TestServer server) {
    server.send("CONFIG", "SET", "rdb-key-save-delay", "1000000").expect("OK");
    server.send("MSET", "a", "1", "b", "2", "c", "3").expect("OK");
    server.send("BGSAVE").expectSimple("Background saving started");
    server.send("BGSAVE").expectError("ERR Background save already in progress");
    server.send("BGSAVE", "schedule").expectError("ERR Background save already in progress");
    server.send("SAVE").expectError("ERR Background save already in progress");
    server.send("FLUSHALL").expect("OK");
    awaitEnd(server);
    server.send("CONFIG", "SET", "rdb-key-save-delay", "0").expect("OK");
    server.send("BGSAVE", "SCHEDULE").expectSimple("Background saving started");
    awaitEnd(server);
  }

  @Test
  void waitsForTheEndOfATransaction(TestServer server) {
    long saves = saves(server);
    server.send("MULTI").expect("OK");
    server.send("BGSAVE").expect("QUEUED");
    server.send("EXEC").expectArray("Background saving scheduled");
    while (saves(server) == saves) {
      Thread.onSpinWait();
    }
    awaitEnd(server);
  }

  @Test
  @JacinthOnly("moves the clock")
  void comesByItselfAtASavePoint(TestServer server) {
    server.send("CONFIG", "SET", "save", "1000 5 10 2").expect("OK");
    server.send("SET", "k", "v").expect("OK");
    server.advance(Duration.ofSeconds(20));
    server.send("SET", "k", "w").expect("OK");
    long saved = server.send("LASTSAVE").integer();
    while (server.send("LASTSAVE").integer() == saved) {
      Thread.onSpinWait();
    }
    server.send("LASTSAVE").expectInteger(saved + 20);
    server.send("GET", "k").expect("w");
  }

  private static long saves(TestServer server) {
    String info = server.send("INFO", "persistence").text();
    return Long.parseLong(info.replaceAll("(?s).*rdb_saves:(\\d+).*", "$1"));
  }

  private static void awaitEnd(TestServer server) {
    while (server.send("INFO", "persistence").text().contains("rdb_bgsave_in_progress:1")) {
      Thread.onSpinWait();
    }
  }
}
