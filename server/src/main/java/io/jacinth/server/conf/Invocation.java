package io.jacinth.server.conf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. It is redis-server's: {@code [file] [--option value ...] [-]}.
 */
public sealed interface Invocation {
  /** Print {@link Product#versionLine()}. */
  record ShowVersion() implements Invocation {}

  /** Print {@link #HELP}. */
  record ShowHelp() implements Invocation {}

  /**
   * Start the server. Later sources override earlier ones: the file, standard input, the options.
   *
   * @param file the path of the configuration file, if there is one
   * @param standardInput whether more configuration comes from there
   * @param options lines in the file's syntax
   */
  record Start(@Nullable String file, boolean standardInput, List<String> options)
      implements Invocation {}

  String HELP =
      """
      Usage: jacinth-server [/path/to/redis.conf] [--option value ...] [-]
             jacinth-server -                    read the configuration from standard input
             jacinth-server -v | --version
             jacinth-server -h | --help

      Options are the directives of redis.conf; they override the file and standard input.

      Examples:
             jacinth-server --port 7777 --loglevel verbose
             jacinth-server /etc/redis/redis.conf --save '' --bind 127.0.0.1 ::1
             echo 'maxclients 100' | jacinth-server -
      """;

  static Invocation of(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    return switch (first) {
      case "-v", "--version" -> new ShowVersion();
      case "-h", "--help" -> new ShowHelp();
      default -> start(arguments);
    };
  }

  private static Start start(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    boolean hasFile = !rest.isEmpty() && !rest.getFirst().startsWith("-");
    String file = hasFile ? rest.removeFirst() : null;
    boolean standardInput = false;
    if (!rest.isEmpty() && rest.getFirst().equals("-")) {
      rest.removeFirst();
      standardInput = true;
    } else if (!rest.isEmpty() && rest.getLast().equals("-")) {
      rest.removeLast();
      standardInput = true;
    }
    return new Start(file, standardInput, OptionLines.of(rest));
  }
}
