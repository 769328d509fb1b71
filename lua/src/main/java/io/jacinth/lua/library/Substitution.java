package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.Values;
import org.jspecify.annotations.Nullable;

/** string.gsub: replaces by a string with captures in it, by a table's fields, by a function. */
final class Substitution {
  private final Lua lua;
  private final LuaString text;
  private final LuaPattern match;
  private final Object replacement;
  private final Buffer buffer;

  private Substitution(Lua lua, LuaString text, LuaString pattern, Object replacement) {
    this.lua = lua;
    this.text = text;
    this.match = new LuaPattern(lua, text, pattern);
    this.replacement = replacement;
    this.buffer = new Buffer(lua);
  }

  static @Nullable Object run(Lua lua, Arguments arguments) {
    LuaString text = arguments.string(1);
    LuaString pattern = arguments.string(2);
    Object given = arguments.get(3);
    Object replacement = given instanceof Double ? Conversions.toText(given) : given;
    int most = arguments.integer(4, text.length() + 1);
    if (!(replacement instanceof LuaString
        || replacement instanceof LuaTable
        || replacement instanceof LuaFunction)) {
      throw arguments.error(3, "string/function/table expected");
    }
    return new Substitution(lua, text, pattern, replacement)
        .replace(most, !pattern.isEmpty() && pattern.at(0) == '^');
  }

  private @Nullable Object replace(int most, boolean isAnchored) {
    byte[] bytes = text.array();
    int at = 0;
    int count = 0;
    while (count < most) {
      lua.poll();
      int end = match.match(at, isAnchored ? 1 : 0);
      if (end >= 0) {
        count++;
        add(at, end);
      }
      if (end > at) {
        at = end;
      } else if (at < text.length()) {
        buffer.add(bytes[at++]);
      } else {
        break;
      }
      if (isAnchored) {
        break;
      }
    }
    if (at < text.length()) {
      buffer.add(bytes, at, text.length());
    }
    return Values.of(buffer.string(), (double) count);
  }

  private void add(int from, int to) {
    Object value;
    if (replacement instanceof LuaString template) {
      expand(template, from, to);
      return;
    } else if (replacement instanceof LuaTable table) {
      value = lua.index(table, match.capture(0, from, to));
    } else {
      value = Values.first(lua.call(replacement, match.captures(from, to, true)));
    }
    if (!Conversions.isTrue(value)) {
      buffer.add(text.array(), from, to);
      return;
    }
    LuaString result = Conversions.toText(value);
    if (result == null) {
      throw LuaError.of("invalid replacement value (a " + Conversions.typeName(value) + ")");
    }
    buffer.add(result);
  }

  private void expand(LuaString template, int from, int to) {
    for (int i = 0; i < template.length(); i++) {
      lua.poll();
      int c = template.at(i);
      if (c != '%') {
        buffer.add(c);
        continue;
      }
      i++;
      int kind = i < template.length() ? template.at(i) : 0;
      if (!CharacterClass.isDigit(kind)) {
        buffer.add(kind);
      } else if (kind == '0') {
        buffer.add(text.array(), from, to);
      } else {
        buffer.add(Conversions.string(match.capture(kind - '1', from, to)));
      }
    }
  }
}
