package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import org.jspecify.annotations.Nullable;

/** The table {@code table}, with what 5.1 kept of 5.0. */
final class TableLibrary {
  private TableLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    add(table, "concat", TableLibrary::concat);
    add(table, "foreach", TableLibrary::forEach);
    add(table, "foreachi", TableLibrary::forEachIndex);
    add(table, "getn", (lua, arguments) -> (double) arguments.table(1).length());
    add(table, "insert", TableLibrary::insert);
    add(table, "maxn", TableLibrary::maxIndex);
    add(table, "remove", TableLibrary::remove);
    add(table, "setn", TableLibrary::setLength);
    add(table, "sort", TableLibrary::sort);
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  private static @Nullable Object concat(Lua lua, Arguments arguments) {
    LuaString separator = arguments.string(2, LuaString.EMPTY);
    LuaTable table = arguments.table(1);
    int from = arguments.integer(3, 1);
    int to = arguments.isNil(4) ? table.length() : arguments.integer(4);
    Buffer buffer = new Buffer(lua);
    for (long i = from; i <= to; i++) {
      lua.poll();
      LuaString piece = Conversions.toText(table.getInt((int) i));
      if (piece == null) {
        String type = Conversions.typeName(table.getInt((int) i));
        throw LuaError.of("invalid value (" + type + ") at index " + i + " in table for 'concat'");
      }
      buffer.add(piece);
      if (i != to) {
        buffer.add(separator);
      }
    }
    return buffer.string();
  }

  private static @Nullable Object forEach(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    LuaFunction function = arguments.function(2);
    for (int at = table.next(0); at > 0; ) {
      Object key = table.keyAt(at);
      Object result = Values.first(lua.call(function, key, table.valueAt(at)));
      if (result != null) {
        return result;
      }
      at = table.next(Math.max(at, table.positionOf(key)));
    }
    return Values.NONE;
  }

  private static @Nullable Object forEachIndex(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    LuaFunction function = arguments.function(2);
    int length = table.length();
    for (int i = 1; i <= length; i++) {
      Object result = Values.first(lua.call(function, (double) i, table.getInt(i)));
      if (result != null) {
        return result;
      }
    }
    return Values.NONE;
  }

  private static @Nullable Object insert(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    int end = table.length() + 1;
    int position;
    switch (arguments.size()) {
      case 2 -> position = end;
      case 3 -> {
        position = arguments.integer(2);
        for (int i = Math.max(end, position); i > position; i--) {
          lua.poll();
          table.putInt(i, table.getInt(i - 1));
        }
      }
      default -> throw LuaError.of("wrong number of arguments to 'insert'");
    }
    table.putInt(position, arguments.get(arguments.size()));
    return Values.NONE;
  }

  private static @Nullable Object remove(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    int end = table.length();
    int position = arguments.integer(2, end);
    if (position < 1 || position > end) {
      return Values.NONE;
    }
    Object removed = table.getInt(position);
    for (int i = position; i < end; i++) {
      lua.poll();
      table.putInt(i, table.getInt(i + 1));
    }
    table.putInt(end, null);
    return removed;
  }

  private static @Nullable Object maxIndex(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    double most = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      lua.poll();
      if (table.keyAt(at) instanceof Double key) {
        most = Math.max(most, key);
      }
    }
    return most;
  }

  private static @Nullable Object setLength(Lua lua, Arguments arguments) {
    arguments.table(1);
    throw LuaError.of("'setn' is obsolete");
  }

  private static @Nullable Object sort(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    int length = table.length();
    LuaFunction comparator = arguments.isNil(2) ? null : arguments.function(2);
    new Sort(lua, table, comparator).run(length);
    return Values.NONE;
  }
}
