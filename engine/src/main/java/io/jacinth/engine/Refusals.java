package io.jacinth.engine;

import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.util.Locale;

/** The texts of errors about a command's name and argument count. Off the hot path. */
final class Refusals {
  private static final int LONGEST_NAME = 128;

  private Refusals() {}

  static String unknownCommand(RequestParser request) {
    StringBuilder text = new StringBuilder("ERR unknown command '");
    Slice view = new Slice();
    text.append(clipped(request.argument(0, view), LONGEST_NAME))
        .append("', with args beginning with: ");
    int start = text.length();
    for (int i = 1; i < request.count() && text.length() - start < LONGEST_NAME; i++) {
      int room = LONGEST_NAME - (text.length() - start);
      text.append('\'').append(clipped(request.argument(i, view), room)).append("' ");
    }
    return text.toString();
  }

  static String unknownSubcommand(RequestParser request) {
    String container = clipped(request.argument(0, new Slice()), LONGEST_NAME);
    String name = clipped(request.argument(1, new Slice()), LONGEST_NAME);
    return "ERR unknown subcommand '"
        + name
        + "'. Try "
        + container.toUpperCase(Locale.ROOT)
        + " HELP.";
  }

  static String wrongArity(RegisteredCommand command) {
    return "ERR wrong number of arguments for '" + command.name() + "' command";
  }

  /** As much of an argument as an error shows: up to a length, and to a zero byte as in Redis. */
  private static String clipped(Slice argument, int length) {
    String text =
        new Slice(argument.segment(), argument.offset(), Math.min(argument.length(), length))
            .toString();
    int zero = text.indexOf('\0');
    return zero < 0 ? text : text.substring(0, zero);
  }
}
