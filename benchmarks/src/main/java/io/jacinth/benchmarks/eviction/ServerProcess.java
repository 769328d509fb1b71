package io.jacinth.benchmarks.eviction;

import io.jacinth.benchmarks.Loopback;
import java.io.IOException;

/** A server that runs on a free port until it is closed. */
record ServerProcess(Process process, int port) implements AutoCloseable {
  /**
   * @param command {@code {port}} stands for the port
   */
  static ServerProcess start(String command) throws IOException {
    int port = Loopback.freePort();
    Process process =
        new ProcessBuilder("sh", "-c", "exec " + command.replace("{port}", String.valueOf(port)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new ServerProcess(process, port);
  }

  CacheClient connect() throws IOException, InterruptedException {
    return CacheClient.connect(port);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
