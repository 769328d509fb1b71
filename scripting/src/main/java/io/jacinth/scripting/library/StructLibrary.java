package io.jacinth.scripting.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code struct}: numbers and strings as C lays them out in memory, by a format. */
final class StructLibrary {
  private static final int MOST_INTEGER_BYTES = 32;
  private static final int MOST_ALIGNMENT = 8;
  private static final int MOST_RESULTS = 7997;

  private StructLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    table.put("pack", new NativeFunction(StructLibrary::pack));
    table.put("unpack", new NativeFunction(StructLibrary::unpack));
    table.put("size", new NativeFunction(StructLibrary::size));
    return table;
  }

  /** A format that is being read, and what it has said by now. */
  private static final class Format {
    private final Arguments arguments;
    private final LuaString text;
    private int at;
    private int alignment = 1;
    boolean isBig;
    char option;
    int size;

    Format(Arguments arguments) {
      this.arguments = arguments;
      this.text = arguments.string(1);
    }

    /** Reads the next option with its size; false at the end. */
    boolean next() {
      if (at >= text.length() || text.at(at) == 0) {
        return false;
      }
      option = (char) text.at(at++);
      size =
          switch (option) {
            case 'B', 'b', 'x' -> 1;
            case 'H', 'h' -> Short.BYTES;
            case 'L', 'l', 'T', 'd' -> Long.BYTES;
            case 'f' -> Float.BYTES;
            case 'c' -> number(1);
            case 'i', 'I' -> integerSize();
            default -> 0;
          };
      return true;
    }

    private int integerSize() {
      int bytes = number(Integer.BYTES);
      if (bytes > MOST_INTEGER_BYTES) {
        throw LuaError.of(
            "integral size " + bytes + " is larger than limit of " + MOST_INTEGER_BYTES);
      }
      return bytes;
    }

    private boolean isDigit() {
      return at < text.length() && text.at(at) >= '0' && text.at(at) <= '9';
    }

    private int number(int otherwise) {
      if (!isDigit()) {
        return otherwise;
      }
      long number = 0;
      while (isDigit()) {
        number = number * 10 + text.at(at++) - '0';
        if (number > Integer.MAX_VALUE) {
          throw LuaError.of("integral size overflow");
        }
      }
      return (int) number;
    }

    /** Bytes to be left out before the option, at a position. */
    int padding(long position) {
      if (size == 0 || option == 'c') {
        return 0;
      }
      int unit = Math.min(size, alignment);
      return (int) (unit - (position & unit - 1)) & unit - 1;
    }

    boolean isInteger() {
      return "bBhHlLTiI".indexOf(option) >= 0;
    }

    /** Obeys an option that is about the format itself. */
    void obey() {
      switch (option) {
        case ' ' -> {}
        case '>' -> isBig = true;
        case '<' -> isBig = false;
        case '!' -> {
          int wanted = number(MOST_ALIGNMENT);
          if (Integer.bitCount(wanted) != 1) {
            throw LuaError.of("alignment " + wanted + " is not a power of 2");
          }
          alignment = wanted;
        }
        default -> throw arguments.error(1, "invalid format option '" + option + "'");
      }
    }
  }

  // ---------------------------------------------------------------- pack

  private static Object pack(Lua lua, Arguments arguments) {
    Format format = new Format(arguments);
    ByteSink out = new ByteSink(lua);
    int argument = 2;
    while (format.next()) {
      for (int i = format.padding(out.length()); i > 0; i--) {
        out.add(0);
      }
      if (format.isInteger()) {
        put(whole(number(arguments, argument++)), format, out);
      } else {
        switch (format.option) {
          case 'x' -> out.add(0);
          case 'f' ->
              put(
                  Float.floatToRawIntBits((float) number(arguments, argument++)) & 0xFFFFFFFFL,
                  format,
                  out);
          case 'd' -> put(Double.doubleToRawLongBits(number(arguments, argument++)), format, out);
          case 'c', 's' -> {
            if (arguments.isAbsent(argument)) {
              throw arguments.error(argument, "string expected, got nil");
            }
            LuaString text = arguments.string(argument++);
            int size = format.size == 0 ? text.length() : format.size;
            if (text.length() < size) {
              throw arguments.error(argument, "string too short");
            }
            out.add(text, size);
            if (format.option == 's') {
              out.add(0);
            }
          }
          default -> format.obey();
        }
      }
    }
    return out.string();
  }

  /** Behind the last argument stands a nil. */
  private static double number(Arguments arguments, int argument) {
    if (arguments.isAbsent(argument)) {
      throw arguments.error(argument, "number expected, got nil");
    }
    return arguments.number(argument);
  }

  /** A number cut to 64 bits as C does it: one that is not negative as unsigned. */
  private static long whole(double number) {
    if (Double.isNaN(number) || number < 0x1p63) {
      return Conversions.toLong(number);
    }
    return number < 0x1p64 ? (long) (number - 0x1p63) + Long.MIN_VALUE : 0;
  }

  private static void put(long value, Format format, ByteSink out) {
    for (int i = 0; i < format.size; i++) {
      int place = format.isBig ? format.size - 1 - i : i;
      out.add(place < Long.BYTES ? (int) (value >>> place * Byte.SIZE) : 0);
    }
  }

  // ---------------------------------------------------------------- unpack

  private static @Nullable Object unpack(Lua lua, Arguments arguments) {
    Format format = new Format(arguments);
    LuaString data = arguments.string(2);
    long position = arguments.whole(3, 1);
    if (position == 0) {
      throw arguments.error(3, "offset must be 1 or greater");
    }
    position--;
    List<@Nullable Object> results = new ArrayList<>();
    while (format.next()) {
      position += format.padding(position);
      check(arguments, data, position, format.size);
      if (results.size() >= MOST_RESULTS) {
        throw LuaError.of("stack overflow (too many results)");
      }
      position += take(lua, arguments, format, data, (int) position, results);
    }
    results.add((double) (position + 1));
    return Values.of(results.toArray());
  }

  private static void check(Arguments arguments, LuaString data, long position, long size) {
    if (Long.compareUnsigned(size, data.length()) > 0
        || Long.compareUnsigned(position, data.length() - size) > 0) {
      throw arguments.error(2, "data string too short");
    }
  }

  /** Reads what an option says; answers how many bytes it has. */
  private static long take(
      Lua lua,
      Arguments arguments,
      Format format,
      LuaString data,
      int position,
      List<@Nullable Object> results) {
    if (format.isInteger()) {
      boolean isSigned = Character.isLowerCase(format.option);
      results.add(integer(bytes(data, position, format), isSigned, format.size));
      return format.size;
    }
    switch (format.option) {
      case 'x' -> {}
      case 'f' -> results.add((double) Float.intBitsToFloat((int) bytes(data, position, format)));
      case 'd' -> results.add(Double.longBitsToDouble(bytes(data, position, format)));
      case 'c' -> {
        long size = format.size == 0 ? announced(results) : format.size;
        check(arguments, data, position, size);
        results.add(copy(lua, data, position, position + (int) size));
        return size;
      }
      case 's' -> {
        int end = position;
        while (end < data.length() && data.at(end) != 0) {
          end++;
        }
        if (end == data.length()) {
          throw LuaError.of("unfinished string in data");
        }
        results.add(copy(lua, data, position, end));
        return end - position + 1L;
      }
      default -> format.obey();
    }
    return format.size;
  }

  private static LuaString copy(Lua lua, LuaString data, int from, int to) {
    return lua.newString(Arrays.copyOfRange(data.array(), from, to));
  }

  /** The size of a string that the number before it says. */
  private static long announced(List<@Nullable Object> results) {
    Double size = results.isEmpty() ? null : Conversions.toNumber(results.getLast());
    if (size == null) {
      throw LuaError.of("format 'c0' needs a previous size");
    }
    results.removeLast();
    return whole(size);
  }

  private static long bytes(LuaString data, int position, Format format) {
    long value = 0;
    for (int i = 0; i < format.size; i++) {
      int place = format.isBig ? i : format.size - 1 - i;
      value = value << Byte.SIZE | data.at(position + place);
    }
    return value;
  }

  private static Double integer(long value, boolean isSigned, int size) {
    if (!isSigned) {
      return value >= 0 ? (double) value : (double) (value >>> 1 | value & 1) * 2;
    }
    long mask = -1L << size * Byte.SIZE - 1;
    return (double) ((value & mask) == 0 ? value : value | mask);
  }

  // ---------------------------------------------------------------- size

  private static Object size(Lua lua, Arguments arguments) {
    Format format = new Format(arguments);
    long position = 0;
    while (format.next()) {
      position += format.padding(position);
      if (format.option == 's') {
        throw arguments.error(1, "option 's' has no fixed size");
      }
      if (format.option == 'c' && format.size == 0) {
        throw arguments.error(1, "option 'c0' has no fixed size");
      }
      if (!isAlphanumeric(format.option)) {
        format.obey();
      }
      position += format.size;
    }
    return (double) position;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
