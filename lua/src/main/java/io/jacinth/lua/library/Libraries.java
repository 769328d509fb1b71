package io.jacinth.lua.library;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;

/** All libraries together, made once and shared: their tables are frozen. */
public final class Libraries {
  private static final LuaTable STRING = StringLibrary.table().freeze();
  private static final LuaTable TABLE = TableLibrary.table().freeze();
  private static final LuaTable MATH = MathLibrary.table().freeze();
  private static final LuaTable COROUTINE = CoroutineLibrary.table().freeze();
  private static final LuaTable STRING_METATABLE = metatable();

  /** As many values as fit on C Lua's stack, LUAI_MAXCSTACK. */
  static final int MOST_VALUES = 8000;

  private Libraries() {}

  /** Makes the libraries globals of a table; {@code _G} is not among them. */
  public static void install(LuaTable globals) {
    BaseLibrary.install(globals);
    globals.put("string", STRING);
    globals.put("table", TABLE);
    globals.put("math", MATH);
    globals.put("coroutine", COROUTINE);
    globals.put("_VERSION", LuaString.constant("Lua 5.1"));
  }

  /** The metatable of strings, by which they have the string library's functions as methods. */
  public static LuaTable stringMetatable() {
    return STRING_METATABLE;
  }

  private static LuaTable metatable() {
    LuaTable table = new LuaTable();
    table.put("__index", STRING);
    return table.freeze();
  }
}
