package io.jacinth.scripting.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads values that are written as MessagePack. */
final class MessagePackReader {
  private static final int DEEPEST = 3999;

  private final Lua lua;
  private final LuaString data;
  private int at;
  private int depth;

  MessagePackReader(Lua lua, LuaString data, int offset) {
    this.lua = lua;
    this.data = data;
    this.at = offset;
  }

  boolean hasMore() {
    return at < data.length();
  }

  int position() {
    return at;
  }

  /** The next value. */
  @Nullable Object read() {
    lua.poll();
    need(1);
    int type = data.at(at++);
    if (type < 0x80) {
      return (double) type;
    }
    if (type >= 0xE0) {
      return (double) (byte) type;
    }
    if (type < 0x90) {
      return map(type & 0xF);
    }
    if (type < 0xA0) {
      return list(type & 0xF);
    }
    return type < 0xC0 ? string(type & 0x1F) : typed(type);
  }

  private @Nullable Object typed(int type) {
    return switch (type) {
      case 0xC0 -> null;
      case 0xC2 -> false;
      case 0xC3 -> true;
      case 0xCA -> (double) Float.intBitsToFloat((int) bytes(4));
      case 0xCB -> Double.longBitsToDouble(bytes(8));
      case 0xCC -> (double) bytes(1);
      case 0xCD -> (double) bytes(2);
      case 0xCE -> (double) bytes(4);
      case 0xCF -> (double) bytes(8);
      case 0xD0 -> (double) (byte) bytes(1);
      case 0xD1 -> (double) (short) bytes(2);
      case 0xD2 -> (double) (int) bytes(4);
      case 0xD3 -> (double) bytes(8);
      case 0xD9 -> string(bytes(1));
      case 0xDA -> string(bytes(2));
      case 0xDB -> string(bytes(4));
      case 0xDC -> list(bytes(2));
      case 0xDD -> list(bytes(4));
      case 0xDE -> map(bytes(2));
      case 0xDF -> map(bytes(4));
      default -> throw LuaError.of("Bad data format in input.");
    };
  }

  private void need(long bytes) {
    if (data.length() - at < bytes) {
      throw LuaError.of("Missing bytes in input.");
    }
  }

  private long bytes(int count) {
    need(count);
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << Byte.SIZE | data.at(at++);
    }
    return number;
  }

  private LuaString string(long length) {
    need(length);
    at += (int) length;
    return lua.newString(Arrays.copyOfRange(data.array(), at - (int) length, at));
  }

  private LuaTable list(long count) {
    LuaTable table = descend("in function mp_decode_to_lua_array");
    for (int i = 1; i <= count; i++) {
      table.putInt(i, read());
    }
    depth--;
    return table;
  }

  private LuaTable map(long count) {
    LuaTable table =
        descend("too many return values at once; use unpack_one or unpack_limit instead.");
    for (long i = 0; i < count; i++) {
      Object key = read();
      table.put(key, read());
    }
    depth--;
    return table;
  }

  private LuaTable descend(String where) {
    if (++depth > DEEPEST) {
      throw LuaError.of("stack overflow (" + where + ")");
    }
    return lua.newTable(0, 0);
  }
}
