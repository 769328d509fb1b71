package io.jacinth.scripting.library;

import io.jacinth.lua.CFormat;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON. A table is a list if all its keys are whole numbers from 1 on, and not
 * much is missing between them; else an object.
 */
final class JsonWriter {
  private static final int NO_LIST = -1;

  private final Lua lua;
  private final CjsonOptions options;
  private final ByteSink out;

  JsonWriter(Lua lua, CjsonOptions options, ByteSink out) {
    this.lua = lua;
    this.options = options;
    this.out = out;
  }

  void write(@Nullable Object value, int depth) {
    switch (value) {
      case LuaString string -> string(string);
      case Double number -> number(number);
      case Boolean truth -> out.add(truth ? "true" : "false");
      case LuaTable table -> table(table, depth + 1);
      case null -> out.add("null");
      default -> {
        if (value != CjsonLibrary.NULL) {
          throw refused(value, "type not supported");
        }
        out.add("null");
      }
    }
  }

  private static LuaError refused(@Nullable Object value, String reason) {
    return LuaError.of("Cannot serialise " + Conversions.typeName(value) + ": " + reason);
  }

  private void table(LuaTable table, int depth) {
    lua.poll();
    if (depth > options.encodeDepth) {
      throw LuaError.of("Cannot serialise, excessive nesting (" + depth + ")");
    }
    int length = lengthAsList(table);
    if (length > 0) {
      list(table, length, depth);
    } else {
      object(table, depth);
    }
  }

  private int lengthAsList(LuaTable table) {
    int most = 0;
    int items = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      if (!(table.keyAt(at) instanceof Double key) || key < 1 || key != Math.floor(key)) {
        return NO_LIST;
      }
      if (key > most) {
        most = key < Integer.MAX_VALUE ? (int) (double) key : Integer.MIN_VALUE;
      }
      items++;
    }
    int ratio = options.sparseRatio;
    if (ratio > 0 && most > (long) items * ratio && most > options.sparseSafe) {
      if (!options.convertsSparse) {
        throw refused(table, "excessively sparse array");
      }
      return NO_LIST;
    }
    return most;
  }

  private void list(LuaTable table, int length, int depth) {
    out.add('[');
    for (int i = 1; i <= length; i++) {
      if (i > 1) {
        out.add(',');
      }
      write(table.getInt(i), depth);
    }
    out.add(']');
  }

  private void object(LuaTable table, int depth) {
    out.add('{');
    boolean isFirst = true;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      if (!isFirst) {
        out.add(',');
      }
      isFirst = false;
      key(table.keyAt(at));
      out.add(':');
      write(table.valueAt(at), depth);
    }
    out.add('}');
  }

  private void key(@Nullable Object key) {
    if (key instanceof LuaString string) {
      string(string);
    } else if (key instanceof Double number) {
      out.add('"');
      number(number);
      out.add('"');
    } else {
      throw refused(key, "table key must be a number or string");
    }
  }

  private void number(double number) {
    boolean isInvalid = Double.isNaN(number) || Double.isInfinite(number);
    CjsonOptions.Invalid allowed = options.encodesInvalid;
    if (isInvalid && allowed == CjsonOptions.Invalid.OFF) {
      throw refused(number, "must not be NaN or Inf");
    }
    if (isInvalid && allowed == CjsonOptions.Invalid.NULL) {
      out.add("null");
    } else if (Double.isNaN(number)) {
      out.add("nan");
    } else {
      out.add(CFormat.general(number, options.precision));
    }
  }

  private void string(LuaString string) {
    out.add('"');
    for (int i = 0; i < string.length(); i++) {
      character(string.at(i));
    }
    out.add('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.add("\\\"");
      case '\\' -> out.add("\\\\");
      case '/' -> out.add("\\/");
      case '\b' -> out.add("\\b");
      case '\t' -> out.add("\\t");
      case '\n' -> out.add("\\n");
      case '\f' -> out.add("\\f");
      case '\r' -> out.add("\\r");
      default -> {
        if (c < ' ' || c == 127) {
          out.add("\\u%04x".formatted(c));
        } else {
          out.add(c);
        }
      }
    }
  }
}
