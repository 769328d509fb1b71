package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** {@code a .. b .. c}: from the right; strings and numbers in a row are joined at once. */
final class Concatenation {
  private Concatenation() {}

  static @Nullable Object concat(Lua lua, @Nullable Object a, @Nullable Object b) {
    return concat(lua, a, b, 0);
  }

  private static @Nullable Object concat(
      Lua lua, @Nullable Object a, @Nullable Object b, int number) {
    if (a instanceof LuaString one && b instanceof LuaString other) {
      return one.concat(other, lua.memory());
    }
    LuaString one = Conversions.toText(a);
    LuaString other = one == null ? null : Conversions.toText(b);
    if (one != null && other != null) {
      return one.concat(other, lua.memory());
    }
    Object handler = Metatables.handler(lua, a, b, Metatables.CONCAT);
    if (handler == null) {
      throw Errors.concatenation(a, b, number);
    }
    return Values.first(lua.call(handler, a, b));
  }

  static @Nullable Object concat(Lua lua, @Nullable Object[] operands) {
    int last = operands.length - 1;
    Object right = operands[last];
    while (last > 0) {
      int from = joinable(operands, last, right);
      if (from < last - 1) {
        right = join(lua, operands, from, last, right);
        last = from;
      } else {
        right = concat(lua, operands[last - 1], right, last - 1);
        last--;
      }
    }
    return right;
  }

  /** The first of the operands before the right one from which on all are strings or numbers. */
  private static int joinable(@Nullable Object[] operands, int last, @Nullable Object right) {
    if (!(right instanceof LuaString || right instanceof Double)) {
      return last;
    }
    int from = last;
    while (from > 0
        && (operands[from - 1] instanceof LuaString || operands[from - 1] instanceof Double)) {
      from--;
    }
    return from;
  }

  private static LuaString join(
      Lua lua, @Nullable Object[] operands, int from, int last, @Nullable Object right) {
    LuaString[] parts = new LuaString[last - from + 1];
    long length = 0;
    for (int i = from; i <= last; i++) {
      LuaString part = Conversions.string(i == last ? right : operands[i]);
      parts[i - from] = part;
      length += part.length();
    }
    // One long string with short ones behind it grows where it is.
    if (parts[0].length() > length / 2) {
      return parts[0].concat(join(lua, parts, 1, length - parts[0].length()), lua.memory());
    }
    return join(lua, parts, 0, length);
  }

  private static LuaString join(Lua lua, LuaString[] parts, int from, long length) {
    if (length > Integer.MAX_VALUE - 16) {
      throw MemoryBudget.exhausted();
    }
    lua.memory().charge(LuaString.OVERHEAD_BYTES + length);
    byte[] joined = new byte[(int) length];
    int at = 0;
    for (int i = from; i < parts.length; i++) {
      parts[i].copyTo(joined, at);
      at += parts[i].length();
    }
    return LuaString.wrap(joined);
  }
}
