package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Iterators;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Protection;
import io.jacinth.lua.Values;
import io.jacinth.lua.compiler.LuaCompiler;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The base functions: {@code assert} to {@code xpcall}. */
final class BaseLibrary {
  private static final LuaString METATABLE = LuaString.constant("__metatable");

  private BaseLibrary() {}

  static void install(LuaTable globals) {
    add(globals, "assert", BaseLibrary::assertTrue);
    add(globals, "collectgarbage", BaseLibrary::collectGarbage);
    add(globals, "error", BaseLibrary::error);
    add(globals, "gcinfo", (lua, arguments) -> kilobytes(lua));
    add(globals, "getmetatable", BaseLibrary::getMetatable);
    add(globals, "ipairs", BaseLibrary::ipairs);
    add(globals, "load", BaseLibrary::load);
    add(globals, "loadstring", BaseLibrary::loadString);
    globals.put("next", Iterators.NEXT);
    add(globals, "pairs", BaseLibrary::pairs);
    add(globals, "pcall", BaseLibrary::pcall);
    add(globals, "rawequal", BaseLibrary::rawEqual);
    add(globals, "rawget", BaseLibrary::rawGet);
    add(globals, "rawset", BaseLibrary::rawSet);
    add(globals, "select", BaseLibrary::select);
    add(globals, "setmetatable", BaseLibrary::setMetatable);
    add(globals, "tonumber", BaseLibrary::toNumber);
    add(globals, "tostring", BaseLibrary::toText);
    add(globals, "type", BaseLibrary::type);
    add(globals, "unpack", BaseLibrary::unpack);
    add(globals, "xpcall", BaseLibrary::xpcall);
  }

  private static void add(LuaTable globals, String name, NativeFunction.Body body) {
    globals.put(name, new NativeFunction(body));
  }

  // ---- errors

  private static @Nullable Object assertTrue(Lua lua, Arguments arguments) {
    arguments.any(1);
    if (!arguments.isTrue(1)) {
      LuaString message = arguments.string(2, LuaString.constant("assertion failed!"));
      throw LuaError.of(message);
    }
    return Values.of(arguments.from(1));
  }

  private static @Nullable Object error(Lua lua, Arguments arguments) {
    int level = arguments.integer(2, 1);
    Object value = arguments.get(1);
    throw value instanceof LuaString || value instanceof Double
        ? LuaError.at(arguments.string(1), level)
        : LuaError.thrown(value);
  }

  private static @Nullable Object pcall(Lua lua, Arguments arguments) {
    Object function = arguments.any(1);
    return Protection.call(lua, null, function, arguments.from(2));
  }

  private static @Nullable Object xpcall(Lua lua, Arguments arguments) {
    arguments.any(2);
    return Protection.call(lua, arguments.get(2), arguments.get(1), new @Nullable Object[0]);
  }

  // ---- tables

  private static @Nullable Object getMetatable(Lua lua, Arguments arguments) {
    arguments.any(1);
    LuaTable metatable = lua.metatable(arguments.get(1));
    if (metatable == null) {
      return null;
    }
    Object shown = metatable.get(METATABLE);
    return shown == null ? metatable : shown;
  }

  private static @Nullable Object setMetatable(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    Object metatable = arguments.get(2);
    if (arguments.isAbsent(2) || !(metatable == null || metatable instanceof LuaTable)) {
      throw arguments.error(2, "nil or table expected");
    }
    LuaTable present = table.metatable();
    if (present != null && present.get(METATABLE) != null) {
      throw LuaError.of("cannot change a protected metatable");
    }
    table.setMetatable((LuaTable) metatable);
    return table;
  }

  private static @Nullable Object rawEqual(Lua lua, Arguments arguments) {
    return lua.rawEqual(arguments.any(1), arguments.any(2));
  }

  private static @Nullable Object rawGet(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    return table.get(arguments.any(2));
  }

  private static @Nullable Object rawSet(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    arguments.any(2);
    arguments.any(3);
    table.put(arguments.get(2), arguments.get(3));
    return table;
  }

  private static @Nullable Object pairs(Lua lua, Arguments arguments) {
    return Values.of(Iterators.NEXT, arguments.table(1), null);
  }

  private static @Nullable Object ipairs(Lua lua, Arguments arguments) {
    return Values.of(Iterators.STEP, arguments.table(1), 0.0);
  }

  private static @Nullable Object unpack(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    int from = arguments.integer(2, 1);
    int to = arguments.isNil(3) ? table.length() : arguments.integer(3);
    if (from > to) {
      return Values.NONE;
    }
    int count = to - from + 1;
    if (count <= 0 || count > Libraries.MOST_VALUES) {
      throw LuaError.of("too many results to unpack");
    }
    lua.chargeValues(count);
    @Nullable Object[] values = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = table.getInt(from + i);
    }
    return Values.of(values);
  }

  private static @Nullable Object select(Lua lua, Arguments arguments) {
    int count = arguments.size();
    if (arguments.get(1) instanceof LuaString text && text.length() > 0 && text.at(0) == '#') {
      return count - 1.0;
    }
    int index = arguments.integer(1);
    if (index < 0) {
      index = count + index;
    } else if (index > count) {
      index = count;
    }
    if (index < 1) {
      throw arguments.error(1, "index out of range");
    }
    lua.chargeValues(count - index);
    return Values.of(arguments.from(index + 1));
  }

  // ---- conversions

  private static @Nullable Object type(Lua lua, Arguments arguments) {
    return LuaString.constant(Conversions.typeName(arguments.any(1)));
  }

  private static @Nullable Object toText(Lua lua, Arguments arguments) {
    return lua.toText(arguments.any(1));
  }

  private static @Nullable Object toNumber(Lua lua, Arguments arguments) {
    int base = arguments.integer(2, 10);
    if (base == 10) {
      return Conversions.toNumber(arguments.any(1));
    }
    LuaString text = arguments.string(1);
    if (base < 2 || base > 36) {
      throw arguments.error(2, "base out of range");
    }
    return BasedNumber.read(text, base);
  }

  // ---- chunks

  private static @Nullable Object loadString(Lua lua, Arguments arguments) {
    LuaString source = arguments.string(1);
    return compile(lua, source, arguments.string(2, source));
  }

  private static @Nullable Object load(Lua lua, Arguments arguments) {
    Object reader = arguments.function(1);
    LuaString name = arguments.string(2, LuaString.constant("=(load)"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (true) {
      Object piece = Values.first(lua.call(reader));
      if (piece == null) {
        break;
      }
      LuaString part = Conversions.toText(piece);
      if (part == null) {
        throw LuaError.of("reader function must return a string");
      }
      if (part.isEmpty()) {
        break;
      }
      lua.memory().charge(part.length());
      text.write(part.array(), 0, part.length());
    }
    return compile(lua, LuaString.wrap(text.toByteArray()), name);
  }

  /** Compiled chunks are refused: the JVM runs what our compiler made. */
  private static @Nullable Object compile(Lua lua, LuaString source, LuaString name) {
    if (!source.isEmpty() && source.at(0) == 0x1b) {
      return Values.of(null, LuaString.of("attempt to load chunk with wrong mode"));
    }
    try {
      return LuaCompiler.compile(source, name, lua);
    } catch (LuaError e) {
      return Values.of(null, e.value());
    }
  }

  // ---- memory

  private static @Nullable Object kilobytes(Lua lua) {
    return Math.floor(lua.memory().chargedBytes() / 1024.0) + 20;
  }

  /** There is nothing to tell the collector; the answers look like those of one that just ran. */
  private static @Nullable Object collectGarbage(Lua lua, Arguments arguments) {
    String option = arguments.string(1, LuaString.constant("collect")).toString();
    arguments.integer(2, 0);
    return switch (option) {
      case "collect", "stop", "restart" -> 0.0;
      case "count" -> lua.memory().chargedBytes() / 1024.0 + 20;
      case "step" -> false;
      case "setpause", "setstepmul" -> 200.0;
      default -> throw arguments.error(1, "invalid option '" + option + "'");
    };
  }
}
