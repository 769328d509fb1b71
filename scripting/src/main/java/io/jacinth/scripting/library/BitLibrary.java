package io.jacinth.scripting.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import java.util.Locale;
import java.util.function.IntBinaryOperator;

/** {@code bit}: operations on 32 bits, as in LuaBitOp 1.0.2. Results are signed. */
final class BitLibrary {
  /** 2^52 + 2^51: added to a number, it leaves the number's low bits where they can be taken. */
  private static final double SHIFT = 6755399441055744.0;

  private static final int HEX_DIGITS = 8;

  private BitLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    add(table, "tobit", (lua, arguments) -> (double) bits(arguments, 1));
    add(table, "bnot", (lua, arguments) -> (double) ~bits(arguments, 1));
    add(table, "band", folding((a, b) -> a & b));
    add(table, "bor", folding((a, b) -> a | b));
    add(table, "bxor", folding((a, b) -> a ^ b));
    add(table, "lshift", shifting((a, n) -> a << n));
    add(table, "rshift", shifting((a, n) -> a >>> n));
    add(table, "arshift", shifting((a, n) -> a >> n));
    add(table, "rol", shifting(Integer::rotateLeft));
    add(table, "ror", shifting(Integer::rotateRight));
    add(table, "bswap", (lua, arguments) -> (double) Integer.reverseBytes(bits(arguments, 1)));
    add(table, "tohex", BitLibrary::toHex);
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  private static int bits(Arguments arguments, int number) {
    return (int) Double.doubleToRawLongBits(arguments.number(number) + SHIFT);
  }

  /** The first argument, then the others from the last: so it is found which one is no number. */
  private static NativeFunction.Body folding(IntBinaryOperator operator) {
    return (lua, arguments) -> {
      int folded = bits(arguments, 1);
      for (int i = arguments.size(); i > 1; i--) {
        folded = operator.applyAsInt(folded, bits(arguments, i));
      }
      return (double) folded;
    };
  }

  private static NativeFunction.Body shifting(IntBinaryOperator operator) {
    return (lua, arguments) -> {
      int value = bits(arguments, 1);
      return (double) operator.applyAsInt(value, bits(arguments, 2) & Integer.SIZE - 1);
    };
  }

  private static Object toHex(Lua lua, Arguments arguments) {
    int value = bits(arguments, 1);
    int wanted = arguments.isAbsent(2) ? HEX_DIGITS : bits(arguments, 2);
    int digits = wanted == Integer.MIN_VALUE ? HEX_DIGITS : Math.min(Math.abs(wanted), HEX_DIGITS);
    String all = "%08x".formatted(value).substring(HEX_DIGITS - digits);
    return LuaString.of(wanted < 0 ? all.toUpperCase(Locale.ROOT) : all);
  }
}
