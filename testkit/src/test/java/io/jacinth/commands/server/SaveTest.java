package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SAVE. */
@DualRun
class SaveTest {
  @Test
  void answersWhenTheFileIsWritten(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    long before = field(server, "rdb_saves");
    server.send("SAVE").expect("OK");
    server.send("save").expect("OK");
    server.send("GET", "k").expect("v");
    assertThat(field(server, "rdb_saves")).isEqualTo(before + 2);
    assertThat(field(server, "rdb_changes_since_last_save")).isZero();
    server.send("SET", "k", "w").expect("OK");
    server.send("SET", "l", "w").expect("OK");
    assertThat(field(server, "rdb_changes_since_last_save")).isEqualTo(2);
  }

  @Test
  void takesNoArgument(TestServer server) {
    server.send("SAVE", "now").expectError("ERR wrong number of arguments for 'save' command");
  }

  private static long field(TestServer server, String name) {
    return server
        .send("INFO", "persistence")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
