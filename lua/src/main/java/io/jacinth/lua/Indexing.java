package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * Reading and writing fields as compiled functions do, with {@code __index} and {@code __newindex}.
 */
final class Indexing {
  /** Metatables asked one after another before it is called a loop, as MAXTAGLOOP. */
  private static final int MOST_TABLES = 100;

  private Indexing() {}

  // ---- reading

  static @Nullable Object get(Lua lua, @Nullable Object object, @Nullable Object key) {
    if (object instanceof LuaTable table) {
      Object value = table.get(key);
      if (value != null || table.metatable() == null) {
        return value;
      }
    }
    return getByMetatable(lua, object, key);
  }

  static @Nullable Object get(Lua lua, @Nullable Object object, LuaString key) {
    if (object instanceof LuaTable table) {
      Object value = table.get(key);
      if (value != null || table.metatable() == null) {
        return value;
      }
    }
    return getByMetatable(lua, object, key);
  }

  static @Nullable Object get(Lua lua, @Nullable Object object, double key) {
    if (object instanceof LuaTable table) {
      Object value = table.getNumber(key);
      if (value != null || table.metatable() == null) {
        return value;
      }
    }
    return getByMetatable(lua, object, key);
  }

  static @Nullable Object global(Lua lua, LuaString name) {
    LuaTable globals = lua.globals();
    Object value = globals.get(name);
    return value != null || globals.metatable() == null
        ? value
        : getByMetatable(lua, globals, name);
  }

  private static @Nullable Object getByMetatable(
      Lua lua, @Nullable Object object, @Nullable Object key) {
    Object current = object;
    for (int i = 0; i < MOST_TABLES; i++) {
      if (current instanceof LuaTable table) {
        Object value = table.get(key);
        if (value != null || table.metatable() == null) {
          return value;
        }
      }
      Object handler = Metatables.handler(lua, current, Metatables.INDEX);
      if (handler == null) {
        if (current instanceof LuaTable) {
          return null;
        }
        throw i == 0 ? Errors.index(current) : Errors.indexOfHandler(current);
      }
      if (handler instanceof LuaFunction) {
        return Values.first(lua.call(handler, current, key));
      }
      current = handler;
    }
    throw Errors.error("loop in gettable");
  }

  // ---- writing

  static void set(Lua lua, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
    if (object instanceof LuaTable table && table.metatable() == null) {
      table.put(key, value);
    } else {
      setByMetatable(lua, object, key, value);
    }
  }

  static void set(Lua lua, @Nullable Object object, LuaString key, @Nullable Object value) {
    if (object instanceof LuaTable table
        && (table.metatable() == null || table.replace(key, value))) {
      if (table.metatable() == null) {
        table.put(key, value);
      }
    } else {
      setByMetatable(lua, object, key, value);
    }
  }

  static void set(Lua lua, @Nullable Object object, double key, @Nullable Object value) {
    if (object instanceof LuaTable table && table.metatable() == null) {
      table.putNumber(key, value);
    } else {
      setByMetatable(lua, object, key, value);
    }
  }

  static void setGlobal(Lua lua, LuaString name, @Nullable Object value) {
    set(lua, lua.globals(), name, value);
  }

  private static void setByMetatable(
      Lua lua, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
    Object current = object;
    for (int i = 0; i < MOST_TABLES; i++) {
      Object handler;
      if (current instanceof LuaTable table) {
        if (table.isReadOnly()) {
          throw LuaTable.readOnly();
        }
        LuaTable metatable = table.metatable();
        handler = metatable == null ? null : metatable.get(Metatables.NEWINDEX);
        if (handler == null || table.get(key) != null) {
          table.put(key, value);
          return;
        }
        LuaTable.checkKey(key);
      } else {
        handler = Metatables.handler(lua, current, Metatables.NEWINDEX);
        if (handler == null) {
          throw i == 0 ? Errors.index(current) : Errors.indexOfHandler(current);
        }
      }
      if (handler instanceof LuaFunction) {
        lua.call(handler, current, key, value);
        return;
      }
      current = handler;
    }
    throw Errors.error("loop in settable");
  }
}
