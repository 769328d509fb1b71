package io.jacinth.lua.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import java.util.Arrays;

/** Bytes being gathered for a string, counted as they grow. */
final class Buffer {
  private final Lua lua;
  private byte[] bytes = new byte[64];
  private int length;

  Buffer(Lua lua) {
    this.lua = lua;
  }

  private void reserve(long more) {
    long needed = length + more;
    if (needed <= bytes.length) {
      return;
    }
    lua.poll();
    if (needed > Integer.MAX_VALUE - 16) {
      throw LuaError.plain("not enough memory");
    }
    int size = (int) Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - 16);
    lua.memory().charge(size);
    bytes = Arrays.copyOf(bytes, size);
  }

  void add(int c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  void add(LuaString string) {
    add(string.array(), 0, string.length());
  }

  void add(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  /** ASCII text. */
  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  LuaString string() {
    return lua.newString(Arrays.copyOf(bytes, length));
  }
}
