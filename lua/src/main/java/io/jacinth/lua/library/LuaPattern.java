package io.jacinth.lua.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A match in progress of a pattern against a string: backtracking as in C Lua's lstrlib, with its
 * limits. Each step looks whether the script is to stop.
 */
final class LuaPattern {
  /** Captures at most, as LUA_MAXCAPTURES. */
  private static final int MOST_CAPTURES = 32;

  /** Depth of backtracking, as MAXCCALLS. */
  private static final int MOST_DEPTH = 200;

  /** Steps of the simplest kind that are taken without a check. */
  private static final int UNCHECKED = 0xfff;

  private static final int UNFINISHED = -1;
  private static final int POSITION = -2;
  private static final int NO_MATCH = -1;

  private final Lua lua;
  private final byte[] text;
  private final int textEnd;
  private final byte[] pattern;
  private final int patternEnd;
  private final int[] starts = new int[MOST_CAPTURES];
  private final int[] lengths = new int[MOST_CAPTURES];
  private int level;
  private int depth;

  LuaPattern(Lua lua, LuaString text, LuaString pattern) {
    this.lua = lua;
    this.text = text.array();
    this.textEnd = text.length();
    this.pattern = pattern.array();
    this.patternEnd = pattern.length();
  }

  /** The end of a match from a position of the text by the pattern from a position; -1 for none. */
  int match(int from, int patternFrom) {
    level = 0;
    depth = 0;
    return doMatch(from, patternFrom);
  }

  // ---- captures

  int captures() {
    return level;
  }

  /** What a capture holds: bytes or a position. Without captures the first is the whole match. */
  Object capture(int index, int from, int to) {
    if (index >= level) {
      if (index != 0) {
        throw LuaError.of("invalid capture index");
      }
      return slice(from, to);
    }
    return switch (lengths[index]) {
      case UNFINISHED -> throw LuaError.of("unfinished capture");
      case POSITION -> (double) (starts[index] + 1);
      default -> slice(starts[index], starts[index] + lengths[index]);
    };
  }

  private LuaString slice(int from, int to) {
    lua.memory().charge(to - from + 40L);
    return LuaString.copyOf(text, from, to);
  }

  /** All captures; the whole match if there is none and a match is wanted. */
  @Nullable Object[] captures(int from, int to, boolean wholeIfNone) {
    int count = level == 0 && wholeIfNone ? 1 : level;
    @Nullable Object[] all = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      all[i] = capture(i, from, to);
    }
    return all;
  }

  // ---- matching

  private int doMatch(int textFrom, int patternFrom) {
    if (++depth > MOST_DEPTH) {
      throw LuaError.of("pattern too complex");
    }
    int result = steps(textFrom, patternFrom);
    depth--;
    return result;
  }

  private int steps(int textFrom, int patternFrom) {
    int s = textFrom;
    int p = patternFrom;
    while (p < patternEnd) {
      lua.poll();
      switch (pattern[p]) {
        case '(' -> {
          return p + 1 < patternEnd && pattern[p + 1] == ')'
              ? startCapture(s, p + 2, POSITION)
              : startCapture(s, p + 1, UNFINISHED);
        }
        case ')' -> {
          return endCapture(s, p + 1);
        }
        case '%' -> {
          int kind = p + 1 < patternEnd ? pattern[p + 1] : 0;
          if (kind == 'b') {
            s = balance(s, p + 2);
            if (s == NO_MATCH) {
              return NO_MATCH;
            }
            p += 4;
            continue;
          }
          if (kind == 'f') {
            p = frontier(s, p + 2);
            if (p == NO_MATCH) {
              return NO_MATCH;
            }
            continue;
          }
          if (CharacterClass.isDigit(kind)) {
            s = backReference(s, kind);
            if (s == NO_MATCH) {
              return NO_MATCH;
            }
            p += 2;
            continue;
          }
        }
        case '$' -> {
          if (p + 1 == patternEnd) {
            return s == textEnd ? s : NO_MATCH;
          }
        }
        default -> {
          // A class, perhaps repeated: below.
        }
      }
      int classEnd = classEnd(p);
      boolean matches = s < textEnd && single(text[s] & 0xff, p, classEnd);
      int repetition = classEnd < patternEnd ? pattern[classEnd] : 0;
      switch (repetition) {
        case '?' -> {
          if (matches) {
            int result = doMatch(s + 1, classEnd + 1);
            if (result != NO_MATCH) {
              return result;
            }
          }
          p = classEnd + 1;
        }
        case '*' -> {
          return longest(s, p, classEnd);
        }
        case '+' -> {
          return matches ? longest(s + 1, p, classEnd) : NO_MATCH;
        }
        case '-' -> {
          return shortest(s, p, classEnd);
        }
        default -> {
          if (!matches) {
            return NO_MATCH;
          }
          s++;
          p = classEnd;
        }
      }
    }
    return s;
  }

  private void pollAtTimes(int count) {
    if ((count & UNCHECKED) == 0) {
      lua.poll();
    }
  }

  private int longest(int s, int p, int classEnd) {
    int count = 0;
    while (s + count < textEnd && single(text[s + count] & 0xff, p, classEnd)) {
      count++;
      pollAtTimes(count);
    }
    for (; count >= 0; count--) {
      int result = doMatch(s + count, classEnd + 1);
      if (result != NO_MATCH) {
        return result;
      }
    }
    return NO_MATCH;
  }

  private int shortest(int from, int p, int classEnd) {
    int s = from;
    while (true) {
      int result = doMatch(s, classEnd + 1);
      if (result != NO_MATCH) {
        return result;
      }
      if (s < textEnd && single(text[s] & 0xff, p, classEnd)) {
        s++;
      } else {
        return NO_MATCH;
      }
    }
  }

  private int startCapture(int s, int p, int what) {
    if (level >= MOST_CAPTURES) {
      throw LuaError.of("too many captures");
    }
    starts[level] = s;
    lengths[level] = what;
    level++;
    int result = doMatch(s, p);
    if (result == NO_MATCH) {
      level--;
    }
    return result;
  }

  private int endCapture(int s, int p) {
    int index = captureToClose();
    lengths[index] = s - starts[index];
    int result = doMatch(s, p);
    if (result == NO_MATCH) {
      lengths[index] = UNFINISHED;
    }
    return result;
  }

  private int captureToClose() {
    for (int index = level - 1; index >= 0; index--) {
      if (lengths[index] == UNFINISHED) {
        return index;
      }
    }
    throw LuaError.of("invalid pattern capture");
  }

  private int backReference(int s, int digit) {
    int index = digit - '1';
    if (index < 0 || index >= level || lengths[index] == UNFINISHED) {
      throw LuaError.of("invalid capture index");
    }
    int length = Math.max(lengths[index], 0);
    if (lengths[index] == POSITION || textEnd - s < length) {
      return NO_MATCH;
    }
    boolean isSame =
        Arrays.equals(text, starts[index], starts[index] + length, text, s, s + length);
    return isSame ? s + length : NO_MATCH;
  }

  private int balance(int s, int p) {
    if (p + 1 >= patternEnd) {
      throw LuaError.of("unbalanced pattern");
    }
    if (s >= textEnd || text[s] != pattern[p]) {
      return NO_MATCH;
    }
    int open = 1;
    for (int at = s + 1; at < textEnd; at++) {
      pollAtTimes(at);
      if (text[at] == pattern[p + 1]) {
        if (--open == 0) {
          return at + 1;
        }
      } else if (text[at] == pattern[p]) {
        open++;
      }
    }
    return NO_MATCH;
  }

  /** {@code %f[set]}: where the pattern goes on if the text enters the set here, else -1. */
  private int frontier(int s, int p) {
    if (p >= patternEnd || pattern[p] != '[') {
      throw LuaError.of("missing '[' after '%f' in pattern");
    }
    int end = classEnd(p);
    int before = s == 0 ? 0 : text[s - 1] & 0xff;
    int here = s < textEnd ? text[s] & 0xff : 0;
    return !inSet(before, p, end - 1) && inSet(here, p, end - 1) ? end : NO_MATCH;
  }

  // ---- classes

  private int classEnd(int from) {
    int p = from;
    int c = pattern[p++];
    if (c == '%') {
      if (p >= patternEnd) {
        throw LuaError.of("malformed pattern (ends with '%')");
      }
      return p + 1;
    }
    if (c == '[') {
      if (p < patternEnd && pattern[p] == '^') {
        p++;
      }
      do {
        pollAtTimes(p);
        if (p >= patternEnd) {
          throw LuaError.of("malformed pattern (missing ']')");
        }
        c = pattern[p++];
        if (c == '%' && p < patternEnd) {
          p++;
        }
      } while (p >= patternEnd || pattern[p] != ']');
      return p + 1;
    }
    return p;
  }

  private boolean single(int c, int p, int classEnd) {
    return switch (pattern[p]) {
      case '.' -> true;
      case '%' -> inClass(c, pattern[p + 1] & 0xff);
      case '[' -> inSet(c, p, classEnd - 1);
      default -> (pattern[p] & 0xff) == c;
    };
  }

  private boolean inSet(int c, int from, int end) {
    int p = from + 1;
    boolean isIn = true;
    if (pattern[p] == '^') {
      isIn = false;
      p++;
    }
    for (; p < end; p++) {
      pollAtTimes(p);
      if (pattern[p] == '%') {
        p++;
        if (inClass(c, pattern[p] & 0xff)) {
          return isIn;
        }
      } else if (p + 2 < end && pattern[p + 1] == '-') {
        if ((pattern[p] & 0xff) <= c && c <= (pattern[p + 2] & 0xff)) {
          return isIn;
        }
        p += 2;
      } else if ((pattern[p] & 0xff) == c) {
        return isIn;
      }
    }
    return !isIn;
  }

  private static boolean inClass(int c, int letter) {
    boolean isIn;
    switch (CharacterClass.toLower(letter)) {
      case 'a' -> isIn = CharacterClass.isLetter(c);
      case 'c' -> isIn = CharacterClass.isControl(c);
      case 'd' -> isIn = CharacterClass.isDigit(c);
      case 'l' -> isIn = CharacterClass.isLower(c);
      case 'p' -> isIn = CharacterClass.isPunctuation(c);
      case 's' -> isIn = CharacterClass.isSpace(c);
      case 'u' -> isIn = CharacterClass.isUpper(c);
      case 'w' -> isIn = CharacterClass.isLetter(c) || CharacterClass.isDigit(c);
      case 'x' -> isIn = CharacterClass.isHexDigit(c);
      case 'z' -> isIn = c == 0;
      default -> {
        return letter == c;
      }
    }
    return CharacterClass.isUpper(letter) != isIn;
  }
}
