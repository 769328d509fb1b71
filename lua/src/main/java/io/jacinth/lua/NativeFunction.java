package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A function written in Java. It has no state of its own, or shares it as its author says: one
 * object may serve many instances. The body gets the running instance and its arguments, and
 * returns null for nil, any value, or {@link Values#of} several; errors are thrown by {@link
 * Arguments#error} or {@link LuaError#of}, which find the caller's place and the function's name.
 */
public class NativeFunction extends LuaFunction {
  /** What a native function does. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object run(Lua lua, Arguments arguments);
  }

  private final Body body;

  /** A function that does this. */
  public NativeFunction(Body body) {
    this.body = body;
  }

  @Override
  @Nullable Object call(Lua lua) {
    return callAll(lua, Values.NO_OBJECTS);
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a) {
    return callAll(lua, new @Nullable Object[] {a});
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
    return callAll(lua, new @Nullable Object[] {a, b});
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    return callAll(lua, new @Nullable Object[] {a, b, c});
  }

  @Override
  final @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
    lua.poll();
    return body.run(lua, new Arguments(arguments));
  }
}
