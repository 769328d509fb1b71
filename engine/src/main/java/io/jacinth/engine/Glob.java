package io.jacinth.engine;

import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Glob patterns as KEYS, SCAN, CONFIG GET, PSUBSCRIBE and ACL rules use them: {@code *} any run of
 * bytes, {@code ?} one byte, {@code [a-z]} one byte of a class, {@code [^a-z]} one outside it,
 * {@code \} before a byte that stands for itself.
 *
 * <p>Every part but a star takes exactly one byte, so on a mismatch it is enough to let the last
 * star take one byte more: at most pattern times subject steps, where backtracking into earlier
 * stars would be exponential. As in Redis a class that is not closed reaches to the pattern's end,
 * bytes of a range compare as signed, its bounds may stand in either order, an escaped byte in a
 * class keeps its case, and the empty subject is matched by the empty pattern and by a single star
 * but not by two.
 */
public final class Glob {
  private Glob() {}

  /** {@link #matches(Slice, Slice, boolean)} of texts, a char a byte. Not for a hot path. */
  public static boolean matches(String pattern, String subject, boolean ignoreCase) {
    return matches(bytes(pattern), bytes(subject), ignoreCase);
  }

  /** {@link #matches(Slice, Slice, boolean)} of arrays. Not for a hot path. */
  public static boolean matches(byte[] pattern, byte[] subject, boolean ignoreCase) {
    return matches(Slice.of(pattern), Slice.of(subject), ignoreCase);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether the pattern matches the whole subject; ASCII letters in any case where asked. */
  public static boolean matches(Slice pattern, Slice subject, boolean ignoreCase) {
    return subject.isEmpty()
        ? pattern.isEmpty() || (pattern.length() == 1 && pattern.at(0) == '*')
        : matchesSome(pattern, subject, ignoreCase);
  }

  private static boolean matchesSome(Slice pattern, Slice subject, boolean ignoreCase) {
    int p = 0;
    int s = 0;
    int afterStar = -1;
    int starTakesUpTo = 0;
    while (s < subject.length()) {
      if (p < pattern.length() && pattern.at(p) == '*') {
        p++;
        if (p == pattern.length()) {
          return true;
        }
        afterStar = p;
        starTakesUpTo = s;
      } else if (p < pattern.length() && takes(pattern, p, subject.at(s), ignoreCase)) {
        p = next(pattern, p);
        s++;
      } else if (afterStar >= 0) {
        p = afterStar;
        s = ++starTakesUpTo;
      } else {
        return false;
      }
    }
    return onlyStars(pattern, p);
  }

  private static boolean onlyStars(Slice pattern, int from) {
    for (int p = from; p < pattern.length(); p++) {
      if (pattern.at(p) != '*') {
        return false;
      }
    }
    return true;
  }

  /** Whether the part of the pattern at an index takes a byte. */
  private static boolean takes(Slice pattern, int p, byte b, boolean ignoreCase) {
    return switch (pattern.at(p)) {
      case '?' -> true;
      case '[' -> classTakes(pattern, p, b, ignoreCase);
      case '\\' -> equal(pattern.at(p + 1 < pattern.length() ? p + 1 : p), b, ignoreCase);
      default -> equal(pattern.at(p), b, ignoreCase);
    };
  }

  /** Index of the part after the one at an index. */
  private static int next(Slice pattern, int p) {
    return switch (pattern.at(p)) {
      case '[' -> classEnd(pattern, p);
      case '\\' -> Math.min(p + 2, pattern.length());
      default -> p + 1;
    };
  }

  private static boolean classTakes(Slice pattern, int open, byte b, boolean ignoreCase) {
    boolean negated = open + 1 < pattern.length() && pattern.at(open + 1) == '^';
    boolean found = false;
    int i = negated ? open + 2 : open + 1;
    while (i < pattern.length() && (pattern.at(i) != ']')) {
      if (isEscape(pattern, i)) {
        found |= pattern.at(i + 1) == b;
      } else if (isRange(pattern, i)) {
        found |= inRange(pattern.at(i), pattern.at(i + 2), b, ignoreCase);
      } else {
        found |= equal(pattern.at(i), b, ignoreCase);
      }
      i += width(pattern, i);
    }
    return found != negated;
  }

  /** Index after the closing bracket, or the pattern's length where there is none. */
  private static int classEnd(Slice pattern, int open) {
    int i = open + 1;
    if (i < pattern.length() && pattern.at(i) == '^') {
      i++;
    }
    while (i < pattern.length() && pattern.at(i) != ']') {
      i += width(pattern, i);
    }
    return Math.min(i + 1, pattern.length());
  }

  /** How many bytes the member of a class takes in the pattern. */
  private static int width(Slice pattern, int i) {
    return isEscape(pattern, i) ? 2 : isRange(pattern, i) ? 3 : 1;
  }

  private static boolean isEscape(Slice pattern, int i) {
    return pattern.at(i) == '\\' && i + 1 < pattern.length();
  }

  private static boolean isRange(Slice pattern, int i) {
    return i + 2 < pattern.length() && pattern.at(i + 1) == '-';
  }

  private static boolean inRange(byte first, byte last, byte b, boolean ignoreCase) {
    int low = folded(first <= last ? first : last, ignoreCase);
    int high = folded(first <= last ? last : first, ignoreCase);
    int c = folded(b, ignoreCase);
    return low <= c && c <= high;
  }

  private static boolean equal(byte a, byte b, boolean ignoreCase) {
    return folded(a, ignoreCase) == folded(b, ignoreCase);
  }

  private static byte folded(byte b, boolean ignoreCase) {
    return ignoreCase && b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }
}
