package io.jacinth.scripting;

import io.jacinth.engine.error.CommandException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a script that says something of itself: {@code #!lua
 * flags=no-writes,allow-oom}.
 *
 * @param length of the line, without its end
 */
record Shebang(Set<ScriptFlag> flags, int length) {
  private static final String FLAGS = "flags=";

  /** The first line of a text, null where it has none of this kind. */
  static @Nullable Shebang of(String text) {
    if (!text.startsWith("#!")) {
      return null;
    }
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new CommandException("ERR Invalid script shebang");
    }
    List<String> words = words(text.substring(0, end));
    if (words == null || words.isEmpty()) {
      throw new CommandException("ERR Invalid engine in script shebang");
    }
    if (!words.get(0).equals("#!lua")) {
      throw new CommandException("ERR Unexpected engine in script shebang: " + words.get(0));
    }
    Set<ScriptFlag> flags = EnumSet.noneOf(ScriptFlag.class);
    for (String word : words.subList(1, words.size())) {
      addFlags(word, flags);
    }
    return new Shebang(flags, end);
  }

  private static void addFlags(String word, Set<ScriptFlag> flags) {
    if (!word.startsWith(FLAGS)) {
      throw new CommandException("ERR Unknown lua shebang option: " + word);
    }
    String names = word.substring(FLAGS.length());
    if (names.isEmpty()) {
      return;
    }
    for (String name : names.split(",", -1)) {
      ScriptFlag flag = ScriptFlag.of(name);
      if (flag == null) {
        throw new CommandException("ERR Unexpected flag in script shebang: " + name);
      }
      flags.add(flag);
    }
  }

  /** The words of a line, as in a configuration file; null where a quote is left open. */
  static @Nullable List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (true) {
      while (i < line.length() && isSpace(line.charAt(i))) {
        i++;
      }
      if (i == line.length()) {
        return words;
      }
      StringBuilder word = new StringBuilder();
      while (i < line.length() && !isSpace(line.charAt(i))) {
        char c = line.charAt(i++);
        if (c != '"' && c != '\'') {
          word.append(c);
          continue;
        }
        int end = line.indexOf(c, i);
        if (end < 0 || end + 1 < line.length() && !isSpace(line.charAt(end + 1))) {
          return null;
        }
        word.append(line, i, end);
        i = end + 1;
      }
      words.add(word.toString());
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
