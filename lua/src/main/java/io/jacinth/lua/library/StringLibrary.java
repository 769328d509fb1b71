package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import org.jspecify.annotations.Nullable;

/** The table {@code string}. */
final class StringLibrary {
  private StringLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    add(table, "byte", StringLibrary::bytes);
    add(table, "char", StringLibrary::characters);
    add(table, "dump", StringLibrary::dump);
    add(table, "find", (lua, arguments) -> Search.find(lua, arguments, true));
    add(table, "format", Format::format);
    NativeFunction matches = new NativeFunction(Search::matches);
    table.put("gmatch", matches);
    table.put("gfind", matches);
    add(table, "gsub", Substitution::run);
    add(table, "len", (lua, arguments) -> (double) arguments.string(1).length());
    add(table, "lower", StringLibrary::lower);
    add(table, "match", (lua, arguments) -> Search.find(lua, arguments, false));
    add(table, "rep", StringLibrary::repeat);
    add(table, "reverse", StringLibrary::reverse);
    add(table, "sub", StringLibrary::part);
    add(table, "upper", StringLibrary::upper);
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  /** A position from the end if negative. */
  static long position(long given, int length) {
    return given >= 0 ? given : Math.max(0, length + given + 1);
  }

  private static @Nullable Object part(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    int length = string.length();
    long from = Math.max(1, position(arguments.whole(2), length));
    long to = Math.min(length, position(arguments.whole(3, -1), length));
    if (from > to) {
      return LuaString.EMPTY;
    }
    lua.memory().charge(to - from + 41);
    return string.slice((int) from - 1, (int) to);
  }

  private static @Nullable Object bytes(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    long first = position(arguments.whole(2, 1), string.length());
    long last = Math.min(string.length(), position(arguments.whole(3, first), string.length()));
    long from = Math.max(1, first);
    if (from > last) {
      return Values.NONE;
    }
    if (last - from + 1 > Libraries.MOST_VALUES) {
      throw LuaError.of("stack overflow (string slice too long)");
    }
    @Nullable Object[] codes = new @Nullable Object[(int) (last - from + 1)];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (double) string.at((int) from - 1 + i);
    }
    return Values.of(codes);
  }

  private static @Nullable Object characters(Lua lua, Arguments arguments) {
    byte[] bytes = new byte[arguments.size()];
    for (int i = 0; i < bytes.length; i++) {
      int code = arguments.integer(i + 1);
      if (code != (code & 0xff)) {
        throw arguments.error(i + 1, "invalid value");
      }
      bytes[i] = (byte) code;
    }
    return lua.newString(bytes);
  }

  private static @Nullable Object repeat(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    int times = arguments.integer(2);
    if (times <= 0 || string.isEmpty()) {
      return LuaString.EMPTY;
    }
    long length = (long) string.length() * times;
    lua.memory().charge(length);
    if (length > Integer.MAX_VALUE - 16) {
      throw LuaError.plain("not enough memory");
    }
    byte[] bytes = new byte[(int) length];
    string.copyTo(bytes, 0);
    for (int filled = string.length(); filled < bytes.length; ) {
      int more = Math.min(filled, bytes.length - filled);
      lua.poll();
      System.arraycopy(bytes, 0, bytes, filled, more);
      filled += more;
    }
    return LuaString.wrap(bytes);
  }

  private static @Nullable Object reverse(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    byte[] bytes = new byte[string.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) string.at(bytes.length - 1 - i);
    }
    return lua.newString(bytes);
  }

  private static @Nullable Object lower(Lua lua, Arguments arguments) {
    byte[] bytes = arguments.string(1).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) CharacterClass.toLower(bytes[i]);
    }
    return lua.newString(bytes);
  }

  private static @Nullable Object upper(Lua lua, Arguments arguments) {
    byte[] bytes = arguments.string(1).toBytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) CharacterClass.toUpper(bytes[i]);
    }
    return lua.newString(bytes);
  }

  /** There is no bytecode of C Lua to give out. */
  private static @Nullable Object dump(Lua lua, Arguments arguments) {
    arguments.function(1);
    throw LuaError.of("unable to dump given function");
  }
}
