package io.jacinth.engine.config;

import java.util.List;

/**
 * A setting whose value is an object that never changes: a text, a choice, a list.
 *
 * @param <T> the value
 */
public final class ValueSetting<T> extends Setting<T, ValueSetting<T>> {
  private final Kind<T> kind;
  private T initial;
  private volatile T value;

  ValueSetting(String name, Kind<T> kind, T initial) {
    super(name);
    this.kind = kind;
    this.initial = initial;
    this.value = initial;
  }

  ValueSetting<T> defaultsTo(T newValue) {
    initial = newValue;
    value = newValue;
    return this;
  }

  public T value() {
    return value;
  }

  @Override
  boolean takesManyWords() {
    return kind.takesManyWords();
  }

  @Override
  T parse(List<String> words) throws ConfigException {
    return kind.parse(words, value);
  }

  @Override
  T parseAgain(List<String> words) throws ConfigException {
    return kind.parseAgain(words, value);
  }

  @Override
  String format(T given) {
    return kind.format(given);
  }

  @Override
  public List<FileLine> fileLines() {
    return kind.fileLines(value, initial);
  }

  @Override
  T current() {
    return value;
  }

  @Override
  T initial() {
    return initial;
  }

  @Override
  void assign(T newValue) {
    value = newValue;
  }

  @Override
  ValueSetting<T> self() {
    return this;
  }
}
