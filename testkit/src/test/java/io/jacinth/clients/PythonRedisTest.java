package io.jacinth.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Python's client, unmodified, as Debian packages it ({@code python3-redis}): the script {@code
 * python_redis.py}. Skipped where it is not installed.
 */
@DualRun
@Timeout(120)
class PythonRedisTest {
  /** Debian's own, which sees Debian's packages. */
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path directory;

  private String run(String... arguments) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output);
    return process.exitValue() == 0 ? text : "failed: " + text;
  }

  private boolean isInstalled() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PYTHON))
        && !run(PYTHON, "-c", "import redis").startsWith("failed");
  }

  @Test
  void runsTheScript(TestServer server) throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "Debian's package python3-redis is not installed");
    Path script = directory.resolve("python_redis.py");
    try (InputStream source = PythonRedisTest.class.getResourceAsStream("python_redis.py")) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
    }
    assertThat(run(PYTHON, script.toString(), Integer.toString(server.port())))
        .startsWith("everyday calls\ntransactions\npub/sub\ntracking\nusers\n")
        .endsWith("done\n");
  }
}
