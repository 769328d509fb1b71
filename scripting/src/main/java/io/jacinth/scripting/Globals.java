package io.jacinth.scripting;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Protection;
import io.jacinth.lua.Values;
import io.jacinth.lua.library.Libraries;
import io.jacinth.scripting.library.ScriptLibraries;
import org.jspecify.annotations.Nullable;

/**
 * What scripts find around them: Lua's libraries, those of Redis, and no way to change any of it. A
 * name that is not there is an error.
 */
final class Globals {
  private Globals() {}

  /** The globals of an instance, with the libraries of its own. */
  static LuaTable of(LuaTable redis, ScriptLibraries libraries) {
    LuaTable globals = new LuaTable();
    Libraries.install(globals);
    globals.put("pcall", new NativeFunction(Globals::pcall));
    globals.put("_G", globals);
    libraries.install(globals);
    globals.put("redis", redis);
    globals.put("server", redis);
    guard(globals);
    return globals;
  }

  /** Makes it an error to ask a table for a name that is not in it. */
  static void guard(LuaTable table) {
    LuaTable guard = new LuaTable();
    guard.put("__index", new NativeFunction(Globals::missing));
    table.setMetatable(guard.freeze());
  }

  private static Object missing(Lua lua, Arguments arguments) {
    throw LuaError.of(
        "Script attempted to access nonexistent global variable '"
            + Conversions.text(arguments.get(2))
            + "'");
  }

  /** As Lua's own, but an error that is a table with a text becomes that text. */
  private static @Nullable Object pcall(Lua lua, Arguments arguments) {
    Object result = Protection.call(lua, null, arguments.any(1), arguments.from(2));
    @Nullable Object[] values = Values.all(result);
    if (values[0] == Boolean.FALSE
        && values[1] instanceof LuaTable table
        && Conversions.toText(table.get(LuaReply.ERR)) instanceof LuaString text) {
      return Values.of(
          false, table.get(LuaReply.ERR) instanceof Double ? table.get(LuaReply.ERR) : text);
    }
    return result;
  }
}
