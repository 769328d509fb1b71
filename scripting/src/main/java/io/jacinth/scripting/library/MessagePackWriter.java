package io.jacinth.scripting.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import org.jspecify.annotations.Nullable;

/** Writes values as MessagePack. What lies deeper than 16 tables is written as nil. */
final class MessagePackWriter {
  private static final int DEEPEST = 16;
  private static final long MOST_32_BITS = 0xFFFFFFFFL;

  private final Lua lua;
  private final ByteSink out;

  MessagePackWriter(Lua lua, ByteSink out) {
    this.lua = lua;
    this.out = out;
  }

  void write(@Nullable Object value, int depth) {
    switch (value) {
      case LuaString string -> string(string);
      case Boolean truth -> out.add(truth ? 0xC3 : 0xC2);
      case Double number -> number(number);
      case LuaTable table when depth < DEEPEST -> table(table, depth);
      case null -> out.add(0xC0);
      default -> out.add(0xC0);
    }
  }

  private void string(LuaString string) {
    int length = string.length();
    if (length < 32) {
      out.add(0xA0 | length);
    } else if (length <= 0xFF) {
      out.add(0xD9);
      out.addBig(length, 1);
    } else if (length <= 0xFFFF) {
      out.add(0xDA);
      out.addBig(length, 2);
    } else {
      out.add(0xDB);
      out.addBig(length, 4);
    }
    out.add(string);
  }

  private void number(double number) {
    long whole = (long) number;
    if (whole == number && number < 0x1p63) {
      integer(whole);
    } else if ((float) number == number) {
      out.add(0xCA);
      out.addBig(Float.floatToRawIntBits((float) number), Float.BYTES);
    } else {
      out.add(0xCB);
      out.addBig(Double.doubleToRawLongBits(number), Double.BYTES);
    }
  }

  private void integer(long number) {
    if (number >= 0) {
      positive(number);
    } else if (number >= -32) {
      out.add((int) number);
    } else if (number >= Byte.MIN_VALUE) {
      sized(0xD0, number, 1);
    } else if (number >= Short.MIN_VALUE) {
      sized(0xD1, number, 2);
    } else if (number >= Integer.MIN_VALUE) {
      sized(0xD2, number, 4);
    } else {
      sized(0xD3, number, 8);
    }
  }

  private void positive(long number) {
    if (number <= Byte.MAX_VALUE) {
      out.add((int) number);
    } else if (number <= 0xFF) {
      sized(0xCC, number, 1);
    } else if (number <= 0xFFFF) {
      sized(0xCD, number, 2);
    } else if (number <= MOST_32_BITS) {
      sized(0xCE, number, 4);
    } else {
      sized(0xCF, number, 8);
    }
  }

  private void sized(int type, long number, int bytes) {
    out.add(type);
    out.addBig(number, bytes);
  }

  private void table(LuaTable table, int depth) {
    int length = lengthAsList(table);
    if (length >= 0) {
      header(length, 0x90, 0xDC, 0xDD);
      for (int i = 1; i <= table.length(); i++) {
        write(lua.index(table, (double) i), depth + 1);
      }
      return;
    }
    int size = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      size++;
    }
    header(size, 0x80, 0xDE, 0xDF);
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      write(table.keyAt(at), depth + 1);
      write(table.valueAt(at), depth + 1);
    }
  }

  private void header(int size, int small, int medium, int large) {
    if (size < 16) {
      out.add(small | size);
    } else if (size <= 0xFFFF) {
      sized(medium, size, 2);
    } else {
      sized(large, size, 4);
    }
  }

  /** The length of a table whose keys are the numbers from 1 on; -1: it has others. */
  private static int lengthAsList(LuaTable table) {
    int count = 0;
    int most = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      if (!(table.keyAt(at) instanceof Double key) || key <= 0 || key != (int) (double) key) {
        return -1;
      }
      most = Math.max(most, (int) (double) key);
      count++;
    }
    return most == count ? count : -1;
  }
}
