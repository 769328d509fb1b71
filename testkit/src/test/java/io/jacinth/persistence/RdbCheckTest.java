package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jacinth-check-rdb says what redis-check-rdb says. */
class RdbCheckTest {
  private static final Path THEIRS = Path.of("/usr/bin/redis-check-rdb");

  @TempDir Path directory;

  private static byte[] golden() throws IOException {
    try (var stream =
        Objects.requireNonNull(RdbCheckTest.class.getResourceAsStream("redis-7.0.15.rdb"))) {
      return stream.readAllBytes();
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("f.rdb"), bytes);
  }

  private static String checked(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdbCheck check =
        new RdbCheck(
            new PrintStream(out, true, StandardCharsets.UTF_8), System.currentTimeMillis());
    boolean isSound = check.run(file, file.toString()) != RdbCheck.UNSOUND;
    return out.toString(StandardCharsets.UTF_8) + "status " + (isSound ? 0 : 1);
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    assumeThat(THEIRS).isExecutable();
    Process theirs =
        new ProcessBuilder(THEIRS.toString(), file.toString()).redirectErrorStream(true).start();
    String said = new String(theirs.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(checked(file)).isEqualTo(said + "status " + theirs.waitFor());
  }

  @Test
  void aSoundFile() throws IOException, InterruptedException {
    Path file = file(golden());
    compare(file);
    assertThat(checked(file)).contains("[info] 45 keys read").endsWith("status 0");
  }

  @Test
  void aWrongChecksum() throws IOException, InterruptedException {
    byte[] bytes = golden();
    bytes[bytes.length - 3] ^= 1;
    compare(file(bytes));
  }

  @Test
  void anotherKindOfFile() throws IOException, InterruptedException {
    byte[] bytes = golden();
    bytes[2] ^= 1;
    compare(file(bytes));
  }

  @Test
  void aVersionToCome() throws IOException, InterruptedException {
    byte[] bytes = golden();
    bytes[5] = '9';
    compare(file(bytes));
  }

  @Test
  void aFileThatIsCutOff() throws IOException {
    Path file = file(Arrays.copyOf(golden(), 300));
    assertThat(checked(file))
        .contains(
            "--- RDB ERROR DETECTED ---",
            "a count is too large",
            "[additional info] While doing: read-object-value",
            "[additional info] Reading type 5 (zset-v2)",
            "[info] 2 keys read")
        .endsWith("status 1");
    assertThat(checked(file(Arrays.copyOf(golden(), 60))))
        .contains("] Unexpected EOF reading RDB file", "[info] 0 keys read")
        .endsWith("status 1");
  }
}
