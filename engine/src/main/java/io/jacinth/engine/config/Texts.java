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

  @Override
  public String format(List<String> value) {
    return String.join(" ", value);
  }
}
