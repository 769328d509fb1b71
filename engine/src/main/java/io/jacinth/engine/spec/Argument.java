package io.jacinth.engine.spec;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a command as COMMAND DOCS describes it. Built by the static methods and refined
 * by the {@code with}-like ones: {@code integer("seconds").token("EX").optional()}.
 *
 * @param keyFlags what the command does with the key; empty when this is no key
 */
public record Argument(
    String name,
    Type type,
    @Nullable String token,
    boolean isOptional,
    boolean isMultiple,
    boolean isTokenRepeated,
    @Nullable String since,
    List<Argument> children,
    Set<KeyFlag> keyFlags) {

  /** The types of COMMAND DOCS. */
  public enum Type {
    STRING,
    INTEGER,
    DOUBLE,
    KEY,
    PATTERN,
    UNIX_TIME,
    PURE_TOKEN,
    ONEOF,
    BLOCK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static Argument of(String name, Type type, List<Argument> children) {
    return new Argument(name, type, null, false, false, false, null, children, Set.of());
  }

  public static Argument string(String name) {
    return of(name, Type.STRING, List.of());
  }

  public static Argument integer(String name) {
    return of(name, Type.INTEGER, List.of());
  }

  public static Argument real(String name) {
    return of(name, Type.DOUBLE, List.of());
  }

  public static Argument pattern(String name) {
    return of(name, Type.PATTERN, List.of());
  }

  /** Seconds or milliseconds since 1970. */
  public static Argument unixTime(String name) {
    return of(name, Type.UNIX_TIME, List.of());
  }

  /** A word that stands for itself; its name is the word in lower case. */
  public static Argument word(String token) {
    return of(token.toLowerCase(Locale.ROOT), Type.PURE_TOKEN, List.of()).token(token);
  }

  /** A word under another name. */
  public static Argument word(String name, String token) {
    return of(name, Type.PURE_TOKEN, List.of()).token(token);
  }

  public static Argument oneOf(String name, Argument... choices) {
    return of(name, Type.ONEOF, List.of(choices));
  }

  /** Arguments that belong together. */
  public static Argument block(String name, Argument... parts) {
    return of(name, Type.BLOCK, List.of(parts));
  }

  public static Argument key(String name, KeyFlag... flags) {
    return new Argument(name, Type.KEY, null, false, false, false, null, List.of(), Set.of(flags));
  }

  /** A pattern that keys are named by. */
  public static Argument keyPattern(String name, KeyFlag... flags) {
    return new Argument(
        name, Type.PATTERN, null, false, false, false, null, List.of(), Set.of(flags));
  }

  /** The word that comes before the value. */
  public Argument token(String newToken) {
    return new Argument(
        name, type, newToken, isOptional, isMultiple, isTokenRepeated, since, children, keyFlags);
  }

  public Argument optional() {
    return new Argument(
        name, type, token, true, isMultiple, isTokenRepeated, since, children, keyFlags);
  }

  public Argument multiple() {
    return new Argument(
        name, type, token, isOptional, true, isTokenRepeated, since, children, keyFlags);
  }

  /** Several times, each with its token. */
  public Argument multipleWithToken() {
    return new Argument(name, type, token, isOptional, true, true, since, children, keyFlags);
  }

  public Argument since(String version) {
    return new Argument(
        name, type, token, isOptional, isMultiple, isTokenRepeated, version, children, keyFlags);
  }

  /** The least number of words that this argument takes on the wire. */
  int leastWords() {
    if (isOptional) {
      return 0;
    }
    int own = token == null ? 0 : 1;
    return switch (type) {
      case PURE_TOKEN -> 1;
      case ONEOF -> own + children.stream().mapToInt(Argument::leastWords).min().orElse(0);
      case BLOCK -> own + children.stream().mapToInt(Argument::leastWords).sum();
      case STRING, INTEGER, DOUBLE, KEY, PATTERN, UNIX_TIME -> own + 1;
    };
  }

  /** Whether it always takes the same number of words. */
  boolean isFixed() {
    if (isOptional || isMultiple) {
      return false;
    }
    return switch (type) {
      case ONEOF ->
          children.stream().allMatch(Argument::isFixed)
              && children.stream().mapToInt(Argument::leastWords).distinct().count() == 1;
      case BLOCK -> children.stream().allMatch(Argument::isFixed);
      case STRING, INTEGER, DOUBLE, KEY, PATTERN, UNIX_TIME, PURE_TOKEN -> true;
    };
  }
}
