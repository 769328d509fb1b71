package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A function: one compiled from Lua ({@link Closure}) or one written in Java ({@link
 * NativeFunction}). It is called by the number of arguments, so that few arguments need no array.
 * The result is one value, or {@link Values} for none or several, or a call still to be made: what
 * calls a function directly must finish it by {@link Calls}. Libraries call through {@link
 * Lua#call}.
 */
public abstract class LuaFunction {
  /** Functions that capture functions are looked into so far. */
  private static final int MOST_CAPTURES_DEEP = 8;

  LuaFunction() {}

  /** Whether it is written in Java. */
  public boolean isNative() {
    return this instanceof NativeFunction;
  }

  /**
   * Whether several instances may call it at once: neither it nor what it has captured keeps
   * anything that may change.
   */
  public boolean isStateless() {
    return isStateless(this, MOST_CAPTURES_DEEP);
  }

  private static boolean isStateless(@Nullable Object value, int depth) {
    return switch (value) {
      case Closure closure -> areStateless(closure.captured, depth);
      case Cell cell -> false;
      case LuaTable table -> table.isReadOnly();
      case LuaCoroutine coroutine -> false;
      case null, default -> true;
    };
  }

  private static boolean areStateless(@Nullable Object[] captured, int depth) {
    if (depth == 0) {
      return false;
    }
    for (Object value : captured) {
      if (!isStateless(value, depth - 1)) {
        return false;
      }
    }
    return true;
  }

  abstract @Nullable Object call(Lua lua);

  abstract @Nullable Object call(Lua lua, @Nullable Object a);

  abstract @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b);

  abstract @Nullable Object call(
      Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c);

  /** With any number of arguments. The array is the callee's from now on. */
  abstract @Nullable Object callAll(Lua lua, @Nullable Object[] arguments);
}
