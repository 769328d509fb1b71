package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The table {@code string}. */
final class StringLibrary {
  /** What a string costs beside its bytes. */
  private static final long STRING_BYTES = 40;

  /** Bytes that are copied at once. */
  private static final int MOST_AT_ONCE = 1 << 20;

  /** Bytes that are gone through without a check, less one. */
  private static final int UNCHECKED = 0xffff;

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
    lua.memory().charge(to - from + 1 + STRING_BYTES);
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
    lua.memory().charge(length + STRING_BYTES);
    if (length > Integer.MAX_VALUE - 16) {
      throw LuaError.plain("not enough memory");
    }
    byte[] bytes = new byte[(int) length];
    string.copyTo(bytes, 0);
    for (int filled = string.length(); filled < bytes.length; ) {
      int more = Math.min(Math.min(filled, MOST_AT_ONCE), bytes.length - filled);
      lua.poll();
      System.arraycopy(bytes, 0, bytes, filled, more);
      filled += more;
    }
    return LuaString.wrap(bytes);
  }

  private static @Nullable Object reverse(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    int last = string.length() - 1;
    return mapped(lua, string, i -> string.at(last - i));
  }

  private static @Nullable Object lower(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    return mapped(lua, string, i -> CharacterClass.toLower(string.at(i)));
  }

  private static @Nullable Object upper(Lua lua, Arguments arguments) {
    LuaString string = arguments.string(1);
    return mapped(lua, string, i -> CharacterClass.toUpper(string.at(i)));
  }

  /** A string as long as another, by what its bytes are to be. */
  private static LuaString mapped(Lua lua, LuaString string, IntUnaryOperator byteAt) {
    int length = string.length();
    lua.memory().charge(length + STRING_BYTES);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) byteAt.applyAsInt(i);
      if ((i & UNCHECKED) == UNCHECKED) {
        lua.poll();
      }
    }
    return LuaString.wrap(bytes);
  }

  /** There is no bytecode of C Lua to give out. */
  private static @Nullable Object dump(Lua lua, Arguments arguments) {
    arguments.function(1);
    throw LuaError.of("unable to dump given function");
  }
}
