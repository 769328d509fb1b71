package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CONFIG SET oom-score-adj: what the kernel is told. */
@DualRun
class ConfigSetOomScoreTest {
  private Path file;
  private int before;

  @BeforeEach
  void read(TestServer server) throws IOException {
    String info = server.send("INFO", "server").text();
    String process = info.replaceAll("(?s).*\r\nprocess_id:(\\d+)\r\n.*", "$1");
    file = Path.of("/proc", process, "oom_score_adj");
    assumeThat(file).exists();
    before = score();
    assumeThat(before).isBetween(-900, 900);
  }

  private int score() throws IOException {
    return Integer.parseInt(Files.readString(file).strip());
  }

  @Test
  void addsToWhatTheKernelHad(TestServer server) throws IOException {
    server.send("CONFIG", "SET", "oom-score-adj-values", "10 20 30").expect("OK");
    assertThat(score()).isEqualTo(before);
    server.send("CONFIG", "SET", "oom-score-adj", "relative").expect("OK");
    assertThat(score()).isEqualTo(before + 10);
    server.send("CONFIG", "GET", "oom-score-adj").expectArray("oom-score-adj", "yes");
    server.send("CONFIG", "SET", "oom-score-adj-values", "15 20 30").expect("OK");
    assertThat(score()).isEqualTo(before + 15);
    server.send("CONFIG", "SET", "oom-score-adj", "no").expect("OK");
    assertThat(score()).isEqualTo(before);
  }

  @Test
  void orTakesItsPlace(TestServer server) throws IOException {
    server
        .send("CONFIG", "SET", "oom-score-adj-values", "77 0 0", "oom-score-adj", "absolute")
        .expect("OK");
    assertThat(score()).isEqualTo(77);
    server.send("CONFIG", "SET", "oom-score-adj", "no").expect("OK");
    assertThat(score()).isEqualTo(before);
  }
}
