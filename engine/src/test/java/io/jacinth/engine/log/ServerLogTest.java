package io.jacinth.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.006Z"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private LogLevel least = LogLevel.DEBUG;

  @Test
  void linesHaveRedissFormat() {
    ServerLog log = log(ZoneOffset.UTC);
    log.debug("a");
    log.verbose("b");
    log.notice("Ready to accept connections");
    log.role(LogRole.REPLICA);
    log.warning("h\u00e9");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            77:M 02 Jan 2026 03:04:05.006 . a
            77:M 02 Jan 2026 03:04:05.006 - b
            77:M 02 Jan 2026 03:04:05.006 * Ready to accept connections
            77:S 02 Jan 2026 03:04:05.006 # h\u00e9
            """);
  }

  @Test
  void theTimeIsLocal() {
    log(ZoneOffset.ofHours(2)).notice("x");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("02 Jan 2026 05:04:05.006");
  }

  @Test
  void theLevelMayChangeAtAnyTime() {
    ServerLog log = log(ZoneOffset.UTC);
    least = LogLevel.WARNING;
    log.notice("kept back");
    least = LogLevel.NOTICE;
    log.notice("told");
    log.verbose("kept back");
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("* told\n").hasLineCount(1);
  }

  @Test
  void linesOfManyThreadsDoNotMix() throws InterruptedException {
    ServerLog log = log(ZoneOffset.UTC);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String message = String.valueOf((char) ('a' + i)).repeat(200);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < 500; n++) {
                      log.notice(message);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2000)
        .allMatch(line -> line.matches("77:M .* \\* (.)\\1{199}"));
  }

  @Test
  void aFileGrowsAndMayBeMovedAway(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("server.log");
    Files.writeString(file, "before\n");
    ServerLog log = ServerLog.toFile(file, () -> least, 77, CLOCK, ZoneOffset.UTC);
    log.notice("one");
    Files.move(file, folder.resolve("old.log"));
    log.notice("two");
    assertThat(folder.resolve("old.log")).content().startsWith("before\n77:M").endsWith("one\n");
    assertThat(file).content().endsWith("* two\n").hasLineCount(1);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidAtOnce(@TempDir Path folder) {
    assertThatThrownBy(() -> file(folder.resolve("none/server.log")))
        .hasMessage("Can't open the log file: No such file or directory");
    assertThatThrownBy(() -> file(folder)).hasMessage("Can't open the log file: Is a directory");
  }

  private ServerLog file(Path file) throws IOException {
    return ServerLog.toFile(file, () -> least, 77, CLOCK, ZoneOffset.UTC);
  }

  private ServerLog log(ZoneId zone) {
    return ServerLog.toStream(out, () -> least, 77, CLOCK, zone);
  }
}
