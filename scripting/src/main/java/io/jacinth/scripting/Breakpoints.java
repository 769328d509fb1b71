package io.jacinth.scripting;

import java.util.ArrayList;
import java.util.List;

/** A script's lines, and those at which the debugger stops. */
final class Breakpoints {
  private static final int MOST = 64;

  private final String[] source;
  private final List<Integer> stops = new ArrayList<>();
  private final DebugLog log;

  Breakpoints(String text, DebugLog log) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    this.source = text.substring(0, end).split("\n", -1);
    this.log = log;
  }

  boolean isAt(int line) {
    return stops.contains(line);
  }

  void clear() {
    stops.clear();
  }

  /** Shows a line. */
  void show(int line, int current) {
    String prefix = (line == current ? "->" : "  ") + (isAt(line) ? "#" : " ");
    String text =
        line >= 1 && line <= source.length ? source[line - 1] : "<out of range source code line>";
    log.add(prefix + "%-3d ".formatted(line) + text);
  }

  /** Shows the lines around one. */
  void list(int around, int context, int current) {
    for (int line = 1; line <= source.length; line++) {
      if (Math.abs((long) around - line) <= context) {
        show(line, current);
      }
    }
  }

  /** {@code break [line | -line | 0] ...}. */
  void command(List<String> words, int current) {
    if (words.size() == 1) {
      if (stops.isEmpty()) {
        log.add("No breakpoints set. Use 'b <line>' to add one.");
      } else {
        log.add(stops.size() + " breakpoints set:");
        stops.forEach(line -> show(line, current));
      }
    }
    for (String word : words.subList(1, words.size())) {
      change(word, current);
    }
  }

  private void change(String word, int current) {
    if (!word.matches("0|-?[1-9][0-9]{0,17}")) {
      log.add("Invalid argument:'" + word + "'");
      return;
    }
    long line = Long.parseLong(word);
    if (line == 0) {
      clear();
      log.add("All breakpoints removed.");
    } else if (line < 0) {
      boolean isRemoved = stops.removeIf(stop -> stop == -line);
      log.add(isRemoved ? "Breakpoint removed." : "No breakpoint in the specified line.");
    } else if (stops.size() == MOST) {
      log.add("Too many breakpoints set.");
    } else if (line > source.length || isAt((int) line)) {
      log.add("Wrong line number.");
    } else {
      stops.add((int) line);
      list((int) line, 1, current);
    }
  }
}
