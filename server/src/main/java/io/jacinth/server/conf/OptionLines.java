package io.jacinth.server.conf;

import io.jacinth.engine.config.FileLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns options into lines: {@code --name value …} into {@code name "value" …}. The argument after
 * a name is its value even if it starts with two hyphens, so that a password may; but {@code
 * --save} may stand alone.
 */
final class OptionLines {
  private static final String MARK = "--";
  private static final Set<String> MAY_STAND_ALONE = Set.of("save", "sentinel");

  private final List<StringBuilder> lines = new ArrayList<>();
  private boolean valueMustFollow;

  private OptionLines() {}

  static List<String> of(List<String> arguments) {
    OptionLines options = new OptionLines();
    for (int i = 0; i < arguments.size(); i++) {
      boolean optionFollows = i + 1 < arguments.size() && arguments.get(i + 1).startsWith(MARK);
      options.add(bytewise(arguments.get(i)), optionFollows);
    }
    return options.lines.stream().map(StringBuilder::toString).toList();
  }

  /** The UTF-8 bytes of a text, a char each. */
  private static String bytewise(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private void add(String argument, boolean optionFollows) {
    if (argument.startsWith(MARK) && !valueMustFollow) {
      String line = argument.substring(MARK.length());
      lines.add(new StringBuilder(line));
      valueMustFollow = isBareName(line) && !(optionFollows && mayStandAlone(line));
    } else {
      if (lines.isEmpty()) {
        lines.add(new StringBuilder());
      }
      StringBuilder line = lines.getLast();
      line.append(line.isEmpty() ? "" : " ").append(FileLine.quoted(argument));
      valueMustFollow = false;
    }
  }

  private static boolean isBareName(String line) {
    List<String> words = Words.split(line);
    return words != null && words.size() <= 1;
  }

  private static boolean mayStandAlone(String line) {
    return MAY_STAND_ALONE.contains(line.strip().toLowerCase(Locale.ROOT));
  }
}
