package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** Equality and order as compiled functions ask for them. */
final class Comparison {
  private Comparison() {}

  /** Equality without metamethods. */
  static boolean rawEqual(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return !(a instanceof Double number) || !number.isNaN();
    }
    if (a instanceof Double number) {
      return b instanceof Double other && number.doubleValue() == other.doubleValue();
    }
    return a instanceof LuaString string && string.equals(b);
  }

  static boolean eq(Lua lua, @Nullable Object a, @Nullable Object b) {
    return rawEqual(a, b)
        || (a instanceof LuaTable one
            && b instanceof LuaTable other
            && equalByMetatable(lua, one, other));
  }

  /** Both must name the same handler. */
  private static boolean equalByMetatable(Lua lua, LuaTable a, LuaTable b) {
    LuaTable one = a.metatable();
    LuaTable other = b.metatable();
    if (one == null || other == null) {
      return false;
    }
    Object handler = one.get(Metatables.EQ);
    return handler != null
        && rawEqual(handler, other.get(Metatables.EQ))
        && Conversions.isTrue(Values.first(lua.call(handler, a, b)));
  }

  static boolean eq(@Nullable Object a, double b) {
    return a instanceof Double number && number == b;
  }

  static boolean eq(@Nullable Object a, LuaString b) {
    return a == (Object) b || (a instanceof LuaString string && string.equals(b));
  }

  static boolean lt(Lua lua, @Nullable Object a, @Nullable Object b) {
    if (a instanceof Double one && b instanceof Double other) {
      return one < other;
    }
    if (a instanceof LuaString one && b instanceof LuaString other) {
      return one.compareTo(other) < 0;
    }
    Object result = byMetatable(lua, a, b, Metatables.LT);
    if (result == null) {
      throw Errors.comparison(a, b);
    }
    return Conversions.isTrue(Values.first(result));
  }

  static boolean lt(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double one ? one < b : lt(lua, a, (Object) b);
  }

  static boolean lt(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double other ? a < other : lt(lua, (Object) a, b);
  }

  static boolean gt(Lua lua, @Nullable Object a, @Nullable Object b) {
    return lt(lua, b, a);
  }

  static boolean gt(Lua lua, @Nullable Object a, double b) {
    return lt(lua, b, a);
  }

  static boolean gt(Lua lua, double a, @Nullable Object b) {
    return lt(lua, b, a);
  }

  static boolean ge(Lua lua, @Nullable Object a, @Nullable Object b) {
    return le(lua, b, a);
  }

  static boolean ge(Lua lua, @Nullable Object a, double b) {
    return le(lua, b, a);
  }

  static boolean ge(Lua lua, double a, @Nullable Object b) {
    return le(lua, b, a);
  }

  /** Without {@code __le}, {@code not (b < a)} by {@code __lt}. */
  static boolean le(Lua lua, @Nullable Object a, @Nullable Object b) {
    if (a instanceof Double one && b instanceof Double other) {
      return one <= other;
    }
    if (a instanceof LuaString one && b instanceof LuaString other) {
      return one.compareTo(other) <= 0;
    }
    Object result = byMetatable(lua, a, b, Metatables.LE);
    if (result != null) {
      return Conversions.isTrue(Values.first(result));
    }
    result = byMetatable(lua, b, a, Metatables.LT);
    if (result == null) {
      throw Errors.comparison(a, b);
    }
    return !Conversions.isTrue(Values.first(result));
  }

  static boolean le(Lua lua, @Nullable Object a, double b) {
    return a instanceof Double one ? one <= b : le(lua, a, (Object) b);
  }

  static boolean le(Lua lua, double a, @Nullable Object b) {
    return b instanceof Double other ? a <= other : le(lua, (Object) a, b);
  }

  /**
   * The answer of a handler that both operands share, as a result with at least one object; null
   * without.
   */
  private static @Nullable Object byMetatable(
      Lua lua, @Nullable Object a, @Nullable Object b, LuaString event) {
    Object handler = Metatables.handler(lua, a, event);
    if (handler == null || !rawEqual(handler, Metatables.handler(lua, b, event))) {
      return null;
    }
    Object answer = Values.first(lua.call(handler, a, b));
    return answer == null ? Boolean.FALSE : answer;
  }
}
