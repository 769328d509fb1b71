package io.jacinth.engine.config;

import java.util.List;

/**
 * How values of a {@link ValueSetting} are read and shown.
 *
 * @param <T> the value
 */
interface Kind<T> {
  /**
   * The value that the words stand for.
   *
   * @param current the value until now, of which a kind with parts keeps the parts not named
   */
  T parse(List<String> words, T current) throws ConfigException;

  /** As {@link #parse}, for a directive that is repeated in the configuration file. */
  default T parseAgain(List<String> words, T current) throws ConfigException {
    return parse(words, current);
  }

  String format(T value);

  /** Whether a value may be several words; then a value given as one text is split at spaces. */
  default boolean takesManyWords() {
    return true;
  }

  /** A kind whose values are one word. */
  interface OneWord<T> extends Kind<T> {
    T parse(String word) throws ConfigException;

    @Override
    default T parse(List<String> words, T current) throws ConfigException {
      return parse(Setting.only(words));
    }

    @Override
    default boolean takesManyWords() {
      return false;
    }
  }

  /** Any text. */
  OneWord<String> TEXT =
      new OneWord<>() {
        @Override
        public String parse(String word) {
          return word;
        }

        @Override
        public String format(String value) {
          return value;
        }
      };
}
