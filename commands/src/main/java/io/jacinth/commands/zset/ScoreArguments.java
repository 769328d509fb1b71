package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.Scores;
import io.jacinth.protocol.Slice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scores as arguments spell them: what C's {@code strtod} reads, all of it. */
public final class ScoreArguments {
  private static final Pattern INFINITY = Pattern.compile("(?i)([+-]?)inf(?:inity)?");
  private static final Pattern DECIMAL =
      Pattern.compile("(?i)[+-]?(\\d++\\.?\\d*+|\\.\\d++)(?:e[+-]?\\d++)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "(?i)[+-]?0x(?:\\p{XDigit}++\\.?\\p{XDigit}*+|\\.\\p{XDigit}++)(p[+-]?\\d++)?");

  private ScoreArguments() {}

  /**
   * An argument as a score.
   *
   * @throws CommandException where it is none
   */
  public static double score(Call call, int index) {
    double score = parse(call.argument(index));
    if (Double.isNaN(score)) {
      throw ErrorReply.NOT_A_FLOAT.exception();
    }
    return score;
  }

  /** An argument as a score, not a number where it is none or beyond the numbers there are. */
  public static double parse(Slice text) {
    double plain = Scores.parsePlain(text.segment(), text.offset(), text.length());
    if (!Double.isNaN(plain)) {
      return plain;
    }
    String string = text.toString();
    double value = number(string);
    return isBeyondRange(string, value) ? Double.NaN : value;
  }

  /** Whether a number was too large, or too small, to be told from infinity, or from zero. */
  private static boolean isBeyondRange(String string, double value) {
    Matcher decimal = DECIMAL.matcher(string);
    if (!decimal.matches()) {
      return Double.isInfinite(value) && !INFINITY.matcher(string).matches();
    }
    return Double.isInfinite(value)
        || value == 0 && decimal.group(1).chars().anyMatch(c -> c > '0' && c <= '9');
  }

  private static double number(String string) {
    Matcher infinity = INFINITY.matcher(string);
    if (infinity.matches()) {
      return infinity.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (DECIMAL.matcher(string).matches()) {
      return Double.parseDouble(string);
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(string);
    if (hexadecimal.matches()) {
      return Double.parseDouble(hexadecimal.group(1) == null ? string + "p0" : string);
    }
    return Double.NaN;
  }

  /**
   * The score of a bound, which may have a parenthesis before it. As in Redis, it ends at a zero
   * byte, nothing is 0, and what is beyond the numbers is infinite.
   *
   * @throws CommandException where it is none
   */
  static double bound(Call call, int index) {
    Slice text = call.argument(index);
    int skipped = isExclusive(call, index) ? 1 : 0;
    text.set(text.segment(), text.offset() + skipped, text.length() - skipped);
    double plain = Scores.parsePlain(text.segment(), text.offset(), text.length());
    double value = Double.isNaN(plain) ? boundOf(text.toString()) : plain;
    if (Double.isNaN(value)) {
      throw new CommandException("ERR min or max is not a float");
    }
    return value;
  }

  private static double boundOf(String text) {
    int zero = text.indexOf('\0');
    String string = zero < 0 ? text : text.substring(0, zero);
    if (string.isEmpty()) {
      return 0;
    }
    int start = 0;
    while (start < string.length() && isSpace(string.charAt(start))) {
      start++;
    }
    return number(string.substring(start));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Whether a bound has a parenthesis before it. */
  static boolean isExclusive(Call call, int index) {
    Slice text = call.argument(index);
    return !text.isEmpty() && text.at(0) == '(';
  }
}
