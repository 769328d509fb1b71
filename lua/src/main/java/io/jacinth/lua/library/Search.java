package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** string.find, match and gmatch. */
final class Search {
  /** What a function of gmatch costs, with what it holds. */
  private static final int ITERATOR_BYTES = 128;

  /** Bytes that are compared without a check. */
  private static final int AT_ONCE = 1 << 16;

  private Search() {}

  static @Nullable Object find(Lua lua, Arguments arguments, boolean wantsPlace) {
    LuaString text = arguments.string(1);
    LuaString pattern = arguments.string(2);
    long start = StringLibrary.position(arguments.whole(3, 1), text.length()) - 1;
    int from = (int) Math.min(Math.max(start, 0), text.length());
    if (wantsPlace && (arguments.isTrue(4) || isPlain(pattern))) {
      int found = indexOf(lua, text, pattern, from);
      return found < 0 ? null : Values.of(found + 1.0, (double) (found + pattern.length()));
    }
    boolean isAnchored = !pattern.isEmpty() && pattern.at(0) == '^';
    LuaPattern match = new LuaPattern(lua, text, pattern);
    for (int at = from; at <= text.length(); at++) {
      lua.poll();
      int end = match.match(at, isAnchored ? 1 : 0);
      if (end >= 0) {
        return wantsPlace
            ? placeAndCaptures(at, end, match.captures(at, end, false))
            : Values.of(match.captures(at, end, true));
      }
      if (isAnchored) {
        break;
      }
    }
    return null;
  }

  private static @Nullable Object placeAndCaptures(int from, int to, @Nullable Object[] captures) {
    @Nullable Object[] all = new @Nullable Object[captures.length + 2];
    all[0] = from + 1.0;
    all[1] = (double) to;
    System.arraycopy(captures, 0, all, 2, captures.length);
    return Values.of(all);
  }

  private static boolean isPlain(LuaString pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("^$*+?.([%-".indexOf(pattern.at(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(Lua lua, LuaString text, LuaString wanted, int from) {
    if (wanted.isEmpty()) {
      return from;
    }
    byte[] bytes = text.array();
    byte[] pattern = wanted.array();
    int length = wanted.length();
    int last = text.length() - length;
    for (int at = from; at <= last; at++) {
      if (bytes[at] == pattern[0] && isAt(lua, bytes, at, pattern, length)) {
        return at;
      }
      if ((at & 0xfff) == 0) {
        lua.poll();
      }
    }
    return -1;
  }

  private static boolean isAt(Lua lua, byte[] text, int at, byte[] pattern, int length) {
    for (int from = 0; from < length; from += AT_ONCE) {
      int to = Math.min(length, from + AT_ONCE);
      if (!Arrays.equals(text, at + from, at + to, pattern, from, to)) {
        return false;
      }
      lua.poll();
    }
    return true;
  }

  /** A function that gives the captures of one match after another. */
  static @Nullable Object matches(Lua lua, Arguments arguments) {
    LuaString text = arguments.string(1);
    LuaString pattern = arguments.string(2);
    int[] next = {0};
    lua.memory().charge(ITERATOR_BYTES);
    return new NativeFunction(
        (caller, passed) -> {
          LuaPattern match = new LuaPattern(caller, text, pattern);
          for (int at = next[0]; at <= text.length(); at++) {
            caller.poll();
            int end = match.match(at, 0);
            if (end >= 0) {
              next[0] = end == at ? end + 1 : end;
              return Values.of(match.captures(at, end, true));
            }
          }
          return null;
        });
  }
}
