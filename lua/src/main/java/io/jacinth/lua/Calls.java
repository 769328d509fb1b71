package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * Calls as compiled functions make them. A result may be a call still to be made ({@link
 * Values#tail}); {@code one} and {@code all} finish it, and {@code tail} makes one where the stack
 * is already deep, so that a chain of tail calls needs no more of it.
 */
final class Calls {
  private Calls() {}

  // ---- the callee, or what its metatable says in its place

  private static @Nullable Object call(Lua lua, @Nullable Object f) {
    return f instanceof LuaFunction function
        ? function.call(lua)
        : handler(lua, f).callAll(lua, new @Nullable Object[] {f});
  }

  private static @Nullable Object call(Lua lua, @Nullable Object f, @Nullable Object a) {
    return f instanceof LuaFunction function
        ? function.call(lua, a)
        : handler(lua, f).callAll(lua, new @Nullable Object[] {f, a});
  }

  private static @Nullable Object call(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b) {
    return f instanceof LuaFunction function
        ? function.call(lua, a, b)
        : handler(lua, f).callAll(lua, new @Nullable Object[] {f, a, b});
  }

  private static @Nullable Object call(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return f instanceof LuaFunction function
        ? function.call(lua, a, b, c)
        : handler(lua, f).callAll(lua, new @Nullable Object[] {f, a, b, c});
  }

  static @Nullable Object callAll(Lua lua, @Nullable Object f, @Nullable Object[] arguments) {
    return f instanceof LuaFunction function
        ? function.callAll(lua, arguments)
        : handler(lua, f).callAll(lua, prepend(f, arguments));
  }

  /** As C Lua, only a function may be in {@code __call}. */
  private static LuaFunction handler(Lua lua, @Nullable Object callee) {
    if (Metatables.handler(lua, callee, Metatables.CALL) instanceof LuaFunction function) {
      return function;
    }
    throw Errors.call(callee);
  }

  static @Nullable Object[] prepend(@Nullable Object first, @Nullable Object[] rest) {
    @Nullable Object[] all = new @Nullable Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  // ---- finishing

  /** The result without a call still to be made. */
  static @Nullable Object finish(Lua lua, @Nullable Object result) {
    Object current = result;
    while (current instanceof Values several && several.tail != null) {
      current = several.tail.callAll(lua, several.values);
    }
    return current;
  }

  private static @Nullable Object first(Lua lua, @Nullable Object result) {
    return result instanceof Values ? Values.first(finish(lua, result)) : result;
  }

  private static @Nullable Object whole(Lua lua, @Nullable Object result) {
    return result instanceof Values ? finish(lua, result) : result;
  }

  // ---- one value

  static @Nullable Object one(Lua lua, @Nullable Object f) {
    return first(lua, call(lua, f));
  }

  static @Nullable Object one(Lua lua, @Nullable Object f, @Nullable Object a) {
    return first(lua, call(lua, f, a));
  }

  static @Nullable Object one(Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b) {
    return first(lua, call(lua, f, a, b));
  }

  static @Nullable Object one(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return first(lua, call(lua, f, a, b, c));
  }

  static @Nullable Object oneOf(Lua lua, @Nullable Object f, @Nullable Object[] arguments) {
    return first(lua, callAll(lua, f, arguments));
  }

  // ---- all values

  static @Nullable Object all(Lua lua, @Nullable Object f) {
    return whole(lua, call(lua, f));
  }

  static @Nullable Object all(Lua lua, @Nullable Object f, @Nullable Object a) {
    return whole(lua, call(lua, f, a));
  }

  static @Nullable Object all(Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b) {
    return whole(lua, call(lua, f, a, b));
  }

  static @Nullable Object all(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return whole(lua, call(lua, f, a, b, c));
  }

  static @Nullable Object allOf(Lua lua, @Nullable Object f, @Nullable Object[] arguments) {
    return whole(lua, callAll(lua, f, arguments));
  }

  // ---- in place of returning

  static @Nullable Object tail(Lua lua, @Nullable Object f) {
    return lua.isDeep() ? tailOf(lua, f, Values.NO_OBJECTS) : all(lua, f);
  }

  static @Nullable Object tail(Lua lua, @Nullable Object f, @Nullable Object a) {
    return lua.isDeep() ? tailOf(lua, f, new @Nullable Object[] {a}) : all(lua, f, a);
  }

  static @Nullable Object tail(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b) {
    return lua.isDeep() ? tailOf(lua, f, new @Nullable Object[] {a, b}) : all(lua, f, a, b);
  }

  static @Nullable Object tail(
      Lua lua, @Nullable Object f, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return lua.isDeep() ? tailOf(lua, f, new @Nullable Object[] {a, b, c}) : all(lua, f, a, b, c);
  }

  static @Nullable Object tailOf(Lua lua, @Nullable Object f, @Nullable Object[] arguments) {
    if (lua.isDeep() && f instanceof Closure closure) {
      return Values.tailCall(closure, arguments);
    }
    return allOf(lua, f, arguments);
  }
}
