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
  LuaFunction() {}

  /** Whether it is written in Java. */
  public boolean isNative() {
    return this instanceof NativeFunction;
  }

  abstract @Nullable Object call(Lua lua);

  abstract @Nullable Object call(Lua lua, @Nullable Object a);

  abstract @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b);

  abstract @Nullable Object call(
      Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c);

  /** With any number of arguments. The array is the callee's from now on. */
  abstract @Nullable Object callAll(Lua lua, @Nullable Object[] arguments);
}
