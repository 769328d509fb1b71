package io.jacinth.engine.config;

import java.util.List;

/** A list of words. */
record Texts(int most, String tooMany) implements Kind<List<String>> {
  @Override
  public List<String> parse(List<String> words, List<String> current) throws ConfigException {
    if (words.size() > most) {
      throw new ConfigException(tooMany);
    }
    return words.equals(List.of("")) ? List.of() : List.copyOf(words);
  }

  /** The default is not written: it may be another in another version. */
  @Override
  public List<FileLine> fileLines(List<String> value, List<String> initial) {
    return value.equals(initial)
        ? List.of()
        : List.of(new FileLine(value.isEmpty() ? "\"\"" : format(value), true));
  }

  @Override
  public String format(List<String> value) {
    return String.join(" ", value);
  }
}
