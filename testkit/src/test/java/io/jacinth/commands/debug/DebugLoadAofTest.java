package io.jacinth.commands.debug;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** DEBUG LOADAOF. */
@DualRun
@Timeout(60)
class DebugLoadAofTest {
  @Test
  void dataComesBackFromTheLog(TestServer server) {
    server.send("SET", "before", "1").expect("OK");
    server.send("CONFIG", "SET", "appendonly", "yes").expect("OK");
    awaitLog(server);
    server.send("SELECT", "3").expect("OK");
    server.send("SET", "e", "1", "PXAT", "4102444800123").expect("OK");
    server.send("RPUSH", "l", "a", "b", "c").expectInteger(3);
    server.send("XADD", "x", "5-1", "f", "v").expect("5-1");
    server.send("XGROUP", "CREATE", "x", "g", "0").expect("OK");
    server.send("SELECT", "0").expect("OK");
    String digest = server.send("DEBUG", "DIGEST").text();
    server.send("DEBUG", "LOADAOF").expect("OK");
    server.send("DEBUG", "DIGEST").expect(digest);
    server.send("GET", "before").expect("1");
    server.send("INCR", "before").expectInteger(2);
    server.send("DEBUG", "LOADAOF").expect("OK");
    server.send("GET", "before").expect("2");
    server.send("SELECT", "3").expect("OK");
    server.send("PEXPIRETIME", "e").expectInteger(4102444800123L);
  }

  /** Until the log's base is written. */
  private static void awaitLog(TestServer server) {
    while (!server.send("INFO", "persistence").text().contains("aof_rewrite_in_progress:0\r\n")) {
      Thread.onSpinWait();
    }
  }
}
