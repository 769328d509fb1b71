package io.jacinth.engine.spec;

import java.util.Map;
import java.util.Set;

/**
 * Where keys stand among a command's arguments: where to begin and how to go on from there, as in
 * COMMAND INFO's key specifications.
 */
public record KeySpec(Begin begin, Find find, Set<KeyFlag> flags) {
  /** How the first key of the specification is found. */
  public sealed interface Begin {
    /** At a fixed position; the command's name is position 0. */
    record Index(int position) implements Begin {}

    /** After a keyword, searched from a position on (negative: backwards from the end). */
    record Keyword(String word, int startFrom) implements Begin {}

    /**
     * After the last of an option's occurrences from a position on; other options are stepped over
     * with so many words behind them. COMMAND INFO cannot say that: it says unknown.
     */
    record LastOption(String word, int startFrom, Map<String, Integer> values) implements Begin {}

    /** Cannot be said. */
    record Unknown() implements Begin {}
  }

  /** How the other keys are found. */
  public sealed interface Find {
    /**
     * Up to {@code lastKey} positions after the first (negative: counted from the last argument),
     * every {@code step}-th; {@code limit} 2 means only the first half of what is left, and so on.
     */
    record Range(int lastKey, int step, int limit) implements Find {}

    /** As many as an argument says; all positions relative to the first. */
    record KeyNumber(int numberPosition, int firstKey, int step) implements Find {}

    /** Cannot be said. */
    record Unknown() implements Find {}
  }

  /** One key at a fixed position. */
  public static KeySpec single(int position, Set<KeyFlag> flags) {
    return new KeySpec(new Begin.Index(position), new Find.Range(0, 1, 0), flags);
  }

  /** Whether COMMAND INFO has words for it. */
  public boolean isSayable() {
    return !(begin instanceof Begin.LastOption);
  }

  /** Whether every key's position is known from the argument count alone. */
  public boolean isFixed() {
    return begin instanceof Begin.Index && find instanceof Find.Range range && range.limit() == 0;
  }
}
