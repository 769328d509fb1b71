package io.jacinth.scripting;

import io.jacinth.engine.error.CommandException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a library: {@code #!lua name=mylib}.
 *
 * @param length of the line, without its end
 */
record LibraryHeader(String name, int length) {
  private static final String NAME = "name=";

  /** What names of libraries and functions are made of. */
  static final String NAME_RULE =
      "ERR Library names can only contain letters, numbers, or underscores(_) and must be at least"
          + " one character long";

  static LibraryHeader of(String code) {
    if (!code.startsWith("#!")) {
      throw new CommandException("ERR Missing library metadata");
    }
    int end = code.indexOf('\n');
    List<String> words = end < 0 ? null : Shebang.words(code.substring(0, end));
    if (words == null || words.isEmpty()) {
      throw new CommandException("ERR Invalid library metadata");
    }
    String name = null;
    for (String word : words.subList(1, words.size())) {
      name = name(word, name);
    }
    if (name == null) {
      throw new CommandException("ERR Library name was not given");
    }
    if (!isName(name)) {
      throw new CommandException(NAME_RULE);
    }
    String engine = words.get(0).substring(2);
    if (!engine.toLowerCase(Locale.ROOT).equals("lua")) {
      throw new CommandException("ERR Engine '" + engine + "' not found");
    }
    return new LibraryHeader(name, end);
  }

  private static String name(String word, @Nullable String known) {
    if (!word.regionMatches(true, 0, NAME, 0, NAME.length())) {
      throw new CommandException("ERR Invalid metadata value given: " + word);
    }
    if (known != null) {
      throw new CommandException(
          "ERR Invalid metadata value, name argument was given multiple times");
    }
    return word.substring(NAME.length());
  }

  static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '_');
  }
}
