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

  /** The value as CONFIG REWRITE writes it; no line where nothing is set. */
  default List<FileLine> fileLines(T value, T initial) {
    return List.of(new FileLine(format(value), !value.equals(initial)));
  }

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

  /** Any text; the empty one says that nothing is set, unless something is by default. */
  OneWord<String> TEXT = new Text(false);

  /** Any text; the empty one is a value as well. */
  OneWord<String> TEXT_OR_EMPTY = new Text(true);

  /** Any text. */
  record Text(boolean isEmptyAValue) implements OneWord<String> {
    @Override
    public String parse(String word) {
      return word;
    }

    @Override
    public String format(String value) {
      return value;
    }

    @Override
    public List<FileLine> fileLines(String value, String initial) {
      return value.isEmpty() && initial.isEmpty() && !isEmptyAValue
          ? List.of()
          : List.of(new FileLine(FileLine.quoted(value), !value.equals(initial)));
    }
  }
}
