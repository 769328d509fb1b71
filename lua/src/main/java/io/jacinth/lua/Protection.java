package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** pcall and xpcall: errors become results. What stops a script passes through. */
public final class Protection {
  private Protection() {}

  /**
   * Calls a function: true and its results, or false and the error, which a handler may have
   * replaced.
   */
  public static @Nullable Object call(
      Lua lua, @Nullable Object handler, @Nullable Object function, @Nullable Object[] arguments) {
    int stackLeft = lua.stackLeft();
    int nested = lua.nested();
    try {
      @Nullable Object[] results = Values.all(lua.call(function, arguments));
      return Values.of(Calls.prepend(true, results));
    } catch (LuaError e) {
      Object value = handled(lua, handler, e.value());
      lua.unwind(stackLeft, nested);
      return Values.of(false, value);
    } catch (StackOverflowError e) {
      lua.unwind(stackLeft, nested);
      return Values.of(false, LuaString.constant("stack overflow"));
    }
  }

  private static @Nullable Object handled(
      Lua lua, @Nullable Object handler, @Nullable Object value) {
    if (handler == null) {
      return value;
    }
    try {
      return Values.first(lua.call(handler, value));
    } catch (LuaError | StackOverflowError e) {
      return LuaString.constant("error in error handling");
    }
  }
}
