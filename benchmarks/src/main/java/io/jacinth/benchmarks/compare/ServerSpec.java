package io.jacinth.benchmarks.compare;

import java.nio.file.Path;

/**
 * A server to measure.
 *
 * @param commandLine for the shell, with {@code {port}} where the port belongs and {@code {dir}}
 *     where a folder of its own does
 */
record ServerSpec(String name, String commandLine) {

  /** Reads {@code name=command line with {port}}. */
  static ServerSpec parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || !text.contains("{port}")) {
      throw new IllegalArgumentException("not name=command line with {port}: " + text);
    }
    return new ServerSpec(text.substring(0, equals), text.substring(equals + 1));
  }

  String commandLine(int port, Path folder) {
    return commandLine
        .replace("{port}", Integer.toString(port))
        .replace("{dir}", folder.toString());
  }
}
