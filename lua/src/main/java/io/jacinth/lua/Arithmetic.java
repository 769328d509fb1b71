package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * Arithmetic as compiled functions do it where they do not know both operands to be numbers. The
 * names are the events' names. Each has forms with one operand known.
 */
final class Arithmetic {
  private Arithmetic() {}

  // ---- numbers

  static double mod(double a, double b) {
    return a - Math.floor(a / b) * b;
  }

  static double pow(double a, double b) {
    return NotANumber.pow(a, b);
  }

  // ---- any values

  static @Nullable Object add(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) (x + y)
        : slow(lua, a, b, Metatables.ADD);
  }

  static @Nullable Object add(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x ? (Object) (x + b) : slow(lua, a, b, Metatables.ADD);
  }

  static @Nullable Object add(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y ? (Object) (a + y) : slow(lua, a, b, Metatables.ADD);
  }

  static @Nullable Object sub(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) (x - y)
        : slow(lua, a, b, Metatables.SUB);
  }

  static @Nullable Object sub(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x ? (Object) (x - b) : slow(lua, a, b, Metatables.SUB);
  }

  static @Nullable Object sub(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y ? (Object) (a - y) : slow(lua, a, b, Metatables.SUB);
  }

  static @Nullable Object mul(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) (x * y)
        : slow(lua, a, b, Metatables.MUL);
  }

  static @Nullable Object mul(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x ? (Object) (x * b) : slow(lua, a, b, Metatables.MUL);
  }

  static @Nullable Object mul(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y ? (Object) (a * y) : slow(lua, a, b, Metatables.MUL);
  }

  static @Nullable Object div(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) (x / y)
        : slow(lua, a, b, Metatables.DIV);
  }

  static @Nullable Object div(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x ? (Object) (x / b) : slow(lua, a, b, Metatables.DIV);
  }

  static @Nullable Object div(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y ? (Object) (a / y) : slow(lua, a, b, Metatables.DIV);
  }

  static @Nullable Object mod(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) mod(x.doubleValue(), y.doubleValue())
        : slow(lua, a, b, Metatables.MOD);
  }

  static @Nullable Object mod(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x
        ? (Object) mod(x.doubleValue(), b)
        : slow(lua, a, b, Metatables.MOD);
  }

  static @Nullable Object mod(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y
        ? (Object) mod(a, y.doubleValue())
        : slow(lua, a, b, Metatables.MOD);
  }

  static @Nullable Object pow(Lua lua, @Nullable Object a, @Nullable Object b) {
    return a instanceof Double x && b instanceof Double y
        ? (Object) pow(x.doubleValue(), y.doubleValue())
        : slow(lua, a, b, Metatables.POW);
  }

  static @Nullable Object pow(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double x
        ? (Object) pow(x.doubleValue(), b)
        : slow(lua, a, b, Metatables.POW);
  }

  static @Nullable Object pow(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double y
        ? (Object) pow(a, y.doubleValue())
        : slow(lua, a, b, Metatables.POW);
  }

  static @Nullable Object unm(Lua lua, @Nullable Object a) {
    return a instanceof Double x ? (Object) (-x) : slow(lua, a, a, Metatables.UNM);
  }

  // ---- strings that look like numbers, then metamethods

  private static @Nullable Object slow(
      Lua lua, @Nullable Object a, @Nullable Object b, LuaString event) {
    Double x = Conversions.toNumber(a);
    Double y = x == null ? null : Conversions.toNumber(b);
    if (x != null && y != null) {
      return numbers(event, x, y);
    }
    Object handler = Metatables.handler(lua, a, b, event);
    if (handler == null) {
      throw Errors.arithmetic(a, b);
    }
    return Values.first(lua.call(handler, a, b));
  }

  private static Double numbers(LuaString event, double a, double b) {
    return switch (event.at(2)) {
      case 'a' -> a + b;
      case 's' -> a - b;
      case 'd' -> a / b;
      case 'p' -> pow(a, b);
      case 'u' -> -a;
      default -> event.at(3) == 'u' ? a * b : mod(a, b);
    };
  }

  /** {@code #a}. Of tables 5.1 asks no metamethod. */
  static @Nullable Object len(Lua lua, @Nullable Object a) {
    if (a instanceof LuaTable table) {
      return (double) table.length();
    }
    if (a instanceof LuaString string) {
      return (double) string.length();
    }
    Object handler = Metatables.handler(lua, a, Metatables.LEN);
    if (handler == null) {
      throw Errors.length(a);
    }
    return Values.first(lua.call(handler, a));
  }

  // ---- numeric for

  /** Whether a numeric for has another round. */
  static boolean goesOn(double index, double limit, double step) {
    return step > 0 ? index <= limit : limit <= index;
  }

  /** A bound of a numeric for; what cannot be one fails with its role's name. */
  static double bound(@Nullable Object value, String role) {
    if (value instanceof Double number) {
      return number;
    }
    Double number = Conversions.toNumber(value);
    if (number == null) {
      throw Errors.error("'for' " + role + " must be a number");
    }
    return number;
  }
}
