package io.jacinth.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few words, in any case. */
record Choice<T>(List<T> values, Function<T, String> naming) implements Kind.OneWord<T> {

  /** The constants of an enum, under their names in lower case, with hyphens. */
  static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return new Choice<>(
        Arrays.asList(type.getEnumConstants()),
        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static Choice<String> of(String... words) {
    return new Choice<>(List.of(words), Function.identity());
  }

  @Override
  public T parse(String word) throws ConfigException {
    for (T value : values) {
      if (naming.apply(value).equalsIgnoreCase(word)) {
        return value;
      }
    }
    throw noneOf(values.stream().map(naming).toList());
  }

  @Override
  public String format(T value) {
    return naming.apply(value);
  }

  static ConfigException noneOf(List<String> words) {
    return new ConfigException(
        words.stream()
            .collect(Collectors.joining(", ", "argument(s) must be one of the following: ", "")));
  }
}
