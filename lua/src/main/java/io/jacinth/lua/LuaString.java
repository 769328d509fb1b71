package io.jacinth.lua;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A string of Lua: bytes of any value, never changed. Two strings with the same bytes are equal;
 * most that meet are also the same object, because constants come from a small shared cache ({@link
 * #constant}).
 *
 * <p>A string that was built by appending may share its array with the strings that it was built
 * from: each sees its own length of it, and whoever ends where the array is filled may append in
 * place ({@link #concat}). A loop that appends to a string is linear for it, not quadratic.
 */
public final class LuaString implements Comparable<LuaString> {
  /** The string without bytes. */
  public static final LuaString EMPTY = new LuaString(new byte[0]);

  /** From here on the results of concatenations are kept so that they can be appended to. */
  private static final int WORTH_APPENDING = 256;

  /** What an array costs beside its bytes, with the string itself. */
  static final int OVERHEAD_BYTES = 40;

  /** How far an array is filled that several strings share. */
  private static final class Filled {
    int length;

    Filled(int length) {
      this.length = length;
    }
  }

  private static final @Nullable LuaString[] CONSTANTS = new @Nullable LuaString[2048];

  private final byte[] bytes;
  private final int length;
  private final @Nullable Filled filled;
  private int hash;

  private LuaString(byte[] bytes) {
    this(bytes, bytes.length, null);
  }

  private LuaString(byte[] bytes, int length, @Nullable Filled filled) {
    this.bytes = bytes;
    this.length = length;
    this.filled = filled;
  }

  /** A string of these bytes, which must not be changed from now on. */
  public static LuaString wrap(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new LuaString(bytes);
  }

  /** A string of a copy of these bytes. */
  public static LuaString copyOf(byte[] bytes, int from, int to) {
    return wrap(Arrays.copyOfRange(bytes, from, to));
  }

  /** The UTF-8 form of a text. */
  public static LuaString of(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #of}, mostly the same object for the same text: for names and messages. */
  public static LuaString constant(String text) {
    return constant(of(text));
  }

  /**
   * A string equal to this one, mostly the same object each time, so that looking up a name is
   * comparing references. The cache forgets; it is never more than a help.
   */
  public static LuaString constant(LuaString string) {
    int slot = string.hashCode() & (CONSTANTS.length - 1);
    LuaString known = CONSTANTS[slot];
    if (known != null && known.equals(string)) {
      return known;
    }
    if (string.length <= 64) {
      CONSTANTS[slot] = string;
    }
    return string;
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The byte at an index from 0, as 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xff;
  }

  /**
   * The array that holds the bytes from 0 to {@link #length}, and maybe others behind. Not to be
   * changed.
   */
  public byte[] array() {
    return bytes;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, length);
  }

  /** The bytes from one index to another, the latter exclusive. */
  public LuaString slice(int from, int to) {
    if (from == 0 && to == length) {
      return this;
    }
    return from >= to ? EMPTY : copyOf(bytes, from, to);
  }

  /** This string followed by another. */
  LuaString concat(LuaString other, MemoryBudget memory) {
    if (other.length == 0) {
      return this;
    }
    if (length == 0) {
      return other;
    }
    long sum = (long) length + other.length;
    if (sum > Integer.MAX_VALUE - 16) {
      throw MemoryBudget.exhausted();
    }
    int total = (int) sum;
    if (total < WORTH_APPENDING) {
      memory.charge(OVERHEAD_BYTES + total);
      byte[] joined = new byte[total];
      copyTo(joined, 0);
      other.copyTo(joined, length);
      return new LuaString(joined);
    }
    return append(other, total, memory);
  }

  private LuaString append(LuaString other, int total, MemoryBudget memory) {
    if (filled != null && filled.length == length && bytes.length >= total) {
      memory.charge(OVERHEAD_BYTES);
      other.copyTo(bytes, length);
      filled.length = total;
      return new LuaString(bytes, total, filled);
    }
    long room = filled == null ? total : Math.min(2L * total, Integer.MAX_VALUE - 16);
    memory.charge(OVERHEAD_BYTES + room);
    byte[] joined = new byte[(int) room];
    copyTo(joined, 0);
    other.copyTo(joined, length);
    return new LuaString(joined, total, new Filled(total));
  }

  /**
   * The hash by which a table places the string. It is that of Redis's Lua, because the order in
   * which a table is traversed follows from it: every byte counts, but in strings of more than a
   * megabyte, which would take too long.
   */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = length;
      int step = (length >>> 20) + 1;
      for (int i = length; i >= step; i -= step) {
        h ^= (h << 5) + (h >>> 2) + (bytes[i - 1] & 0xff);
      }
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (Object) this == other || (other instanceof LuaString string && sameBytes(string));
  }

  private boolean sameBytes(LuaString other) {
    return length == other.length
        && (hash == 0 || other.hash == 0 || hash == other.hash)
        && Arrays.equals(bytes, 0, length, other.bytes, 0, length);
  }

  /** The order of unsigned bytes, as C's strcoll has it in the locale C. */
  @Override
  public int compareTo(LuaString other) {
    return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
  }

  /** The bytes read as UTF-8. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
