package io.jacinth.scripting.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that gather to a string; what it takes is charged to the script. */
final class ByteSink {
  private static final int FIRST_BYTES = 64;

  private final Lua lua;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int used;

  ByteSink(Lua lua) {
    this.lua = lua;
  }

  void add(int value) {
    ensure(1);
    bytes[used++] = (byte) value;
  }

  /** The low bytes of a number, the highest of them first. */
  void addBig(long value, int count) {
    ensure(count);
    for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[used++] = (byte) (value >>> shift);
    }
  }

  void add(LuaString string) {
    add(string, string.length());
  }

  /** So many bytes of a string. */
  void add(LuaString string, int count) {
    ensure(count);
    System.arraycopy(string.array(), 0, bytes, used, count);
    used += count;
  }

  /** A text of single-byte characters. */
  void add(String text) {
    byte[] added = text.getBytes(StandardCharsets.ISO_8859_1);
    ensure(added.length);
    System.arraycopy(added, 0, bytes, used, added.length);
    used += added.length;
  }

  int length() {
    return used;
  }

  private void ensure(int more) {
    if (used + (long) more > bytes.length) {
      lua.poll();
      long room = Math.min(Integer.MAX_VALUE - 16, Math.max(used + (long) more, bytes.length * 2L));
      lua.memory().charge(room);
      bytes = Arrays.copyOf(bytes, (int) room);
    }
  }

  LuaString string() {
    return lua.newString(Arrays.copyOf(bytes, used));
  }
}
