package io.jacinth.scripting;

import io.jacinth.lua.CFormat;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import org.jspecify.annotations.Nullable;

/** Values of Lua, and replies of commands, as the debugger shows them. */
final class DebugText {
  /** Tables within each other that are shown. */
  private static final int DEEPEST = 10;

  private static final int DIGITS = 6;
  private static final int DIGITS_OF_WORD = 17;

  private DebugText() {}

  static String value(@Nullable Object value) {
    return value(value, 0);
  }

  private static String value(@Nullable Object value, int depth) {
    if (depth == DEEPEST) {
      return "<max recursion level reached! Nested table?>";
    }
    return switch (value) {
      case null -> "nil";
      case LuaString string -> quoted(Texts.latin(string));
      case Boolean truth -> truth.toString();
      case Double number -> CFormat.general(number, DIGITS);
      case LuaTable table -> table(table, depth + 1);
      default -> '"' + Texts.latin(value).replace(": ", "@") + '"';
    };
  }

  /** What looks like a list is shown as one, any other table with its keys. */
  private static String table(LuaTable table, int depth) {
    StringBuilder list = new StringBuilder("{");
    StringBuilder map = new StringBuilder("{");
    boolean isList = true;
    int count = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      Object key = table.keyAt(at);
      isList &= key instanceof Double number && number == ++count;
      String value = value(table.valueAt(at), depth);
      String between = list.length() > 1 ? "; " : "";
      list.append(between).append(value);
      map.append(between).append('[').append(value(key, depth)).append("]=").append(value);
    }
    return (isList ? list : map).append('}').toString();
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case 7 -> quoted.append("\\a");
        case '\b' -> quoted.append("\\b");
        default ->
            quoted.append(c >= ' ' && c <= '~' ? String.valueOf(c) : "\\x%02x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /** An argument of a command; null where it cannot be one. */
  static @Nullable String word(@Nullable Object argument) {
    return switch (argument) {
      case LuaString string -> Texts.latin(string);
      case Double number -> CFormat.general(number, DIGITS_OF_WORD);
      case null, default -> null;
    };
  }

  /** A reply, as {@link LuaReply} gives it to scripts. */
  static String reply(@Nullable Object value) {
    return switch (value) {
      case null -> "(null)";
      case Boolean truth -> truth ? "#true" : "NULL";
      case Double number -> CFormat.general(number, DIGITS_OF_WORD);
      case LuaString string -> quoted(Texts.latin(string));
      case LuaTable table -> aggregate(table);
      default -> "";
    };
  }

  private static String aggregate(LuaTable table) {
    if (table.get(LuaReply.ERR) instanceof LuaString text) {
      return quoted("-" + Texts.latin(text));
    }
    if (table.get(LuaReply.OK) instanceof LuaString text) {
      return quoted("+" + Texts.latin(text));
    }
    if (table.get(LuaReply.DOUBLE) instanceof Double number) {
      return "(double) " + CFormat.general(number, DIGITS_OF_WORD);
    }
    if (table.get(LuaReply.MAP) instanceof LuaTable map) {
      return entries(map, "{", true, "}");
    }
    if (table.get(LuaReply.SET) instanceof LuaTable set) {
      return entries(set, "~(", false, ")");
    }
    StringBuilder list = new StringBuilder("[");
    int length = Conversions.toInt(table.length());
    for (int i = 1; i <= length; i++) {
      list.append(i > 1 ? "," : "").append(reply(table.getInt(i)));
    }
    return list.append(']').toString();
  }

  private static String entries(LuaTable table, String start, boolean isMap, String end) {
    StringBuilder all = new StringBuilder(start);
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      all.append(all.length() > start.length() ? "," : "").append(reply(table.keyAt(at)));
      if (isMap) {
        all.append(" => ").append(reply(table.valueAt(at)));
      }
    }
    return all.append(end).toString();
  }
}
