package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** Finds metatables and what they say of an event. */
final class Metatables {
  static final LuaString INDEX = LuaString.constant("__index");
  static final LuaString NEWINDEX = LuaString.constant("__newindex");
  static final LuaString CALL = LuaString.constant("__call");
  static final LuaString ADD = LuaString.constant("__add");
  static final LuaString SUB = LuaString.constant("__sub");
  static final LuaString MUL = LuaString.constant("__mul");
  static final LuaString DIV = LuaString.constant("__div");
  static final LuaString MOD = LuaString.constant("__mod");
  static final LuaString POW = LuaString.constant("__pow");
  static final LuaString UNM = LuaString.constant("__unm");
  static final LuaString LEN = LuaString.constant("__len");
  static final LuaString CONCAT = LuaString.constant("__concat");
  static final LuaString EQ = LuaString.constant("__eq");
  static final LuaString LT = LuaString.constant("__lt");
  static final LuaString LE = LuaString.constant("__le");
  static final LuaString TOSTRING = LuaString.constant("__tostring");

  private Metatables() {}

  /** A value's metatable. Tables have their own, strings one together. */
  static @Nullable LuaTable of(Lua lua, @Nullable Object value) {
    if (value instanceof LuaTable table) {
      return table.metatable();
    }
    if (value instanceof LuaString) {
      return lua.stringMetatable();
    }
    return value instanceof Userdata userdata ? userdata.metatable() : null;
  }

  static @Nullable Object handler(Lua lua, @Nullable Object value, LuaString event) {
    LuaTable metatable = of(lua, value);
    return metatable == null ? null : metatable.get(event);
  }

  /** The handler of a binary operation: the first operand's, or else the second's. */
  static @Nullable Object handler(
      Lua lua, @Nullable Object a, @Nullable Object b, LuaString event) {
    Object handler = handler(lua, a, event);
    return handler == null ? handler(lua, b, event) : handler;
  }
}
