package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaCoroutine;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table {@code coroutine}. */
final class CoroutineLibrary {
  /** What a function of wrap costs beside its coroutine. */
  private static final int WRAPPER_BYTES = 64;

  private CoroutineLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    table.put("create", new NativeFunction((lua, arguments) -> create(lua, arguments)));
    table.put("resume", new NativeFunction(CoroutineLibrary::resume));
    table.put("running", new NativeFunction((lua, arguments) -> lua.running()));
    table.put("status", new NativeFunction(CoroutineLibrary::status));
    table.put("wrap", new NativeFunction(CoroutineLibrary::wrap));
    table.put(
        "yield",
        new NativeFunction((lua, arguments) -> LuaCoroutine.yield(lua, arguments.array())));
    return table;
  }

  private static LuaCoroutine create(Lua lua, Arguments arguments) {
    if (!(arguments.get(1) instanceof LuaFunction function && !function.isNative())) {
      throw arguments.error(1, "Lua function expected");
    }
    return new LuaCoroutine(lua, function);
  }

  private static LuaCoroutine coroutine(Arguments arguments) {
    if (arguments.get(1) instanceof LuaCoroutine coroutine) {
      return coroutine;
    }
    throw arguments.error(1, "coroutine expected");
  }

  private static @Nullable Object resume(Lua lua, Arguments arguments) {
    try {
      Object result = coroutine(arguments).resume(lua, arguments.from(2));
      @Nullable Object[] values = Values.all(result);
      @Nullable Object[] all = new @Nullable Object[values.length + 1];
      all[0] = true;
      System.arraycopy(values, 0, all, 1, values.length);
      return Values.of(all);
    } catch (LuaError e) {
      if (!(arguments.get(1) instanceof LuaCoroutine)) {
        throw e;
      }
      return Values.of(false, e.value());
    }
  }

  private static @Nullable Object status(Lua lua, Arguments arguments) {
    String name = coroutine(arguments).status().name();
    return LuaString.constant(name.toLowerCase(Locale.ROOT));
  }

  /** A function that resumes; an error in it is the caller's, with the caller's place before it. */
  private static @Nullable Object wrap(Lua lua, Arguments arguments) {
    LuaCoroutine coroutine = create(lua, arguments);
    lua.memory().charge(WRAPPER_BYTES);
    return new NativeFunction(
        (caller, passed) -> {
          try {
            return coroutine.resume(caller, passed.array());
          } catch (LuaError e) {
            throw e.value() instanceof LuaString message ? LuaError.at(message, 1) : e;
          }
        });
  }
}
