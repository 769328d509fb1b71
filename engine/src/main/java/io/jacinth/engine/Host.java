package io.jacinth.engine;

import java.io.IOException;

/**
 * The program around the engine: what only the composition root knows, and what only it can do.
 * Used from every thread.
 */
public interface Host {
  /** The server's own version. */
  String version();

  /** 40 hexadecimal digits, drawn when the server started. */
  String runId();

  /** The TCP port that the server listens on; 0 where it listens on none. */
  int port();

  /** The kernel's interface to the network, as {@code io_uring}. */
  String transport();

  /** The absolute path of the configuration file; empty where there is none. */
  String configFile();

  /**
   * Writes the settings back into the configuration file.
   *
   * @throws IOException whose message says why that failed, in the system's words
   */
  void rewriteConfigFile() throws IOException;

  /** Begins to stop the server and returns; connections close without a reply. */
  void shutDown();

  /** Ends the process at once, saving nothing (DEBUG SEGFAULT and its kin). */
  void halt(String reason);

  /** Writes what an operator wants to know to the server's log. */
  void notice(String message);

  /** Writes a warning to the server's log. */
  void warn(String message);

  /** Is told of an error that no command should have raised. */
  void fault(String doing, Throwable fault);
}
