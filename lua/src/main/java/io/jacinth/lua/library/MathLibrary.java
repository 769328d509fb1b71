package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.NotANumber;
import io.jacinth.lua.Values;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The table {@code math}. */
final class MathLibrary {
  private MathLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    table.put("pi", Math.PI);
    table.put("huge", Double.POSITIVE_INFINITY);
    unary(table, "abs", Math::abs);
    clearing(table, "acos", Math::acos);
    clearing(table, "asin", Math::asin);
    unary(table, "atan", Math::atan);
    unary(table, "ceil", Math::ceil);
    unary(table, "cos", Math::cos);
    unary(table, "cosh", Math::cosh);
    unary(table, "deg", x -> x / (Math.PI / 180));
    unary(table, "exp", Math::exp);
    unary(table, "floor", Math::floor);
    unary(table, "log", Math::log);
    clearing(table, "log10", Math::log10);
    unary(table, "rad", x -> x * (Math.PI / 180));
    unary(table, "sin", Math::sin);
    unary(table, "sinh", Math::sinh);
    unary(table, "sqrt", Math::sqrt);
    unary(table, "tan", Math::tan);
    unary(table, "tanh", Math::tanh);
    add(table, "atan2", (lua, at) -> angle(at.number(1), at.number(2)));
    add(table, "fmod", (lua, at) -> remainder(at.number(1), at.number(2)));
    add(table, "mod", (lua, at) -> remainder(at.number(1), at.number(2)));
    add(table, "pow", (lua, at) -> NotANumber.pow(at.number(1), at.number(2)));
    add(table, "frexp", MathLibrary::split);
    add(table, "ldexp", (lua, at) -> scale(at.number(1), at.integer(2)));
    add(table, "modf", MathLibrary::parts);
    add(table, "max", MathLibrary::max);
    add(table, "min", MathLibrary::min);
    add(table, "random", MathLibrary::random);
    add(table, "randomseed", MathLibrary::seed);
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  private static void unary(LuaTable table, String name, DoubleUnaryOperator operator) {
    unary(table, name, operator, NotANumber.NEGATIVE);
  }

  /** A function whose result is positive where it is no number. */
  private static void clearing(LuaTable table, String name, DoubleUnaryOperator operator) {
    unary(table, name, operator, NotANumber.POSITIVE);
  }

  private static void unary(
      LuaTable table, String name, DoubleUnaryOperator operator, double invalid) {
    add(
        table,
        name,
        (lua, arguments) -> {
          double x = arguments.number(1);
          double result = operator.applyAsDouble(x);
          return Double.isNaN(result) && !Double.isNaN(x) ? invalid : result;
        });
  }

  private static double angle(double y, double x) {
    return NotANumber.of(Math.atan2(y, x), x, y);
  }

  private static double remainder(double a, double b) {
    return NotANumber.of(a % b, a, b);
  }

  private static @Nullable Object split(Lua lua, Arguments arguments) {
    double x = arguments.number(1);
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return Values.of(x, 0.0);
    }
    double normal = Math.getExponent(x) < Double.MIN_EXPONENT ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal) + 1;
    double mantissa = Math.scalb(normal, -exponent);
    return Values.of(mantissa, (double) (x == normal ? exponent : exponent - 54));
  }

  private static double scale(double x, int exponent) {
    return Math.scalb(x, exponent);
  }

  private static @Nullable Object parts(Lua lua, Arguments arguments) {
    double x = arguments.number(1);
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    double fraction = Double.isInfinite(x) ? 0 : x - whole;
    return Values.of(whole, Math.copySign(fraction, x));
  }

  private static @Nullable Object max(Lua lua, Arguments arguments) {
    double most = arguments.number(1);
    for (int i = 2; i <= arguments.size(); i++) {
      double x = arguments.number(i);
      if (x > most) {
        most = x;
      }
    }
    return most;
  }

  private static @Nullable Object min(Lua lua, Arguments arguments) {
    double least = arguments.number(1);
    for (int i = 2; i <= arguments.size(); i++) {
      double x = arguments.number(i);
      if (x < least) {
        least = x;
      }
    }
    return least;
  }

  private static @Nullable Object random(Lua lua, Arguments arguments) {
    double drawn = lua.random().next();
    switch (arguments.size()) {
      case 0 -> {
        return drawn;
      }
      case 1 -> {
        int most = arguments.integer(1);
        if (most < 1) {
          throw arguments.error(1, "interval is empty");
        }
        return Math.floor(drawn * most) + 1;
      }
      case 2 -> {
        int least = arguments.integer(1);
        int most = arguments.integer(2);
        if (least > most) {
          throw arguments.error(2, "interval is empty");
        }
        return Math.floor(drawn * ((double) most - least + 1)) + least;
      }
      default -> throw LuaError.of("wrong number of arguments");
    }
  }

  private static @Nullable Object seed(Lua lua, Arguments arguments) {
    lua.random().seed(arguments.integer(1));
    return Values.NONE;
  }
}
