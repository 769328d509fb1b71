package io.jacinth.engine.config;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The words in which the tables declare settings. */
final class Directives {
  private Directives() {}

  static BoolSetting bool(String name) {
    return new BoolSetting(name);
  }

  static LongSetting integer(String name) {
    return number(name, LongFormat.DECIMAL, TimeUnit.SECONDS);
  }

  /** An integer of 0 to 2147483647. */
  static LongSetting count(String name) {
    return integer(name).between(0, Integer.MAX_VALUE);
  }

  /** An integer of 0 to 9223372036854775807. */
  static LongSetting longCount(String name) {
    return integer(name).atLeast(0);
  }

  /** A TCP port, 0 for none. */
  static LongSetting tcpPort(String name) {
    return integer(name).between(0, 65535);
  }

  static LongSetting bytes(String name) {
    return number(name, LongFormat.MEMORY, TimeUnit.SECONDS).atLeast(0);
  }

  static LongSetting seconds(String name) {
    return count(name);
  }

  static LongSetting millis(String name) {
    return number(name, LongFormat.DECIMAL, TimeUnit.MILLISECONDS).atLeast(0);
  }

  static LongSetting micros(String name) {
    return number(name, LongFormat.DECIMAL, TimeUnit.MICROSECONDS).atLeast(0);
  }

  static LongSetting permissions(String name) {
    return number(name, LongFormat.OCTAL, TimeUnit.SECONDS).between(0, 0777);
  }

  static LongSetting keyspaceEvents(String name) {
    return number(name, LongFormat.EVENTS, TimeUnit.SECONDS);
  }

  private static LongSetting number(String name, LongFormat format, TimeUnit unit) {
    return new LongSetting(name, format, unit);
  }

  static ValueSetting<String> string(String name) {
    return new ValueSetting<>(name, Kind.TEXT, "");
  }

  /** A text of which the empty one is as good as any: a configuration file may name it. */
  static ValueSetting<String> stringOrEmpty(String name) {
    return new ValueSetting<>(name, Kind.TEXT_OR_EMPTY, "");
  }

  /** The name of a file, without a directory. */
  static ValueSetting<String> fileName(String name) {
    return string(name).check(value -> withoutDirectory(name, value, "filename"));
  }

  static String withoutDirectory(String name, String value, String what) throws ConfigException {
    if (value.contains("/")) {
      throw new ConfigException(name + " can't be a path, just a " + what);
    }
    return value;
  }

  static String notEmpty(String name, String value) throws ConfigException {
    if (value.isEmpty()) {
      throw new ConfigException(name + " can't be empty");
    }
    return value;
  }

  static ValueSetting<List<String>> strings(String name, int most, String tooMany) {
    return new ValueSetting<>(name, new Texts(most, tooMany), List.of());
  }

  static ValueSetting<String> choice(String name, String... words) {
    return new ValueSetting<>(name, Choice.of(words), words[0]);
  }

  static <E extends Enum<E>> ValueSetting<E> choice(String name, E defaultValue) {
    return new ValueSetting<>(name, Choice.of(defaultValue.getDeclaringClass()), defaultValue);
  }

  static <T> ValueSetting<T> value(String name, Kind<T> kind, T defaultValue) {
    return new ValueSetting<>(name, kind, defaultValue);
  }
}
