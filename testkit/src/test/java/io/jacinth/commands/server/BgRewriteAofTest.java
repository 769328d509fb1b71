package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** BGREWRITEAOF. */
@DualRun
@Timeout(60)
class BgRewriteAofTest {
  @Test
  void writesAlsoWhereNoLogIsKept(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    server.send("BGREWRITEAOF").expect("Background append only file rewriting started");
    awaitField(server, "aof_rewrite_in_progress", "0");
    awaitField(server, "aof_last_bgrewrite_status", "ok");
    awaitField(server, "aof_enabled", "0");
    server.send("GET", "k").expect("v");
  }

  @Test
  void takesNoArgument(TestServer server) {
    server
        .send("BGREWRITEAOF", "now")
        .expectError("ERR wrong number of arguments for 'bgrewriteaof' command");
  }

  private static void awaitField(TestServer server, String name, String value) {
    while (!server.send("INFO", "persistence").text().contains(name + ":" + value + "\r\n")) {
      Thread.onSpinWait();
    }
  }
}
