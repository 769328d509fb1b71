package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** The errors of operators, in C Lua's words, with the names of what they failed on. */
final class Errors {
  private Errors() {}

  static LuaError call(@Nullable Object callee) {
    Site site = Places.site();
    Site.Name name = site == null ? null : site.function();
    return type("call", callee, name == null || name.equals(Iteration.NAME) ? null : name);
  }

  static LuaError index(@Nullable Object indexed) {
    return left("index", indexed);
  }

  /** Of what an {@code __index} or {@code __newindex} led to, which has no name. */
  static LuaError indexOfHandler(@Nullable Object indexed) {
    return type("index", indexed, null);
  }

  static LuaError length(@Nullable Object operand) {
    return left("get length of", operand);
  }

  private static LuaError left(String operation, @Nullable Object operand) {
    Site site = Places.site();
    return type(operation, operand, site == null ? null : site.operand(0));
  }

  /** Says it of the second operand if the first would have done. */
  static LuaError arithmetic(@Nullable Object a, @Nullable Object b) {
    return binary("perform arithmetic on", a, b, Conversions.toNumber(a) != null, 0);
  }

  static LuaError concatenation(@Nullable Object a, @Nullable Object b) {
    return concatenation(a, b, 0);
  }

  /** Of two operands of a chain, the first of which has this number. */
  static LuaError concatenation(@Nullable Object a, @Nullable Object b, int number) {
    boolean firstIsFine = a instanceof LuaString || a instanceof Double;
    return binary("concatenate", a, b, firstIsFine, number);
  }

  private static LuaError binary(
      String operation, @Nullable Object a, @Nullable Object b, boolean firstIsFine, int number) {
    Site site = Places.site();
    Site.Name name = site == null ? null : site.operand(firstIsFine ? number + 1 : number);
    return type(operation, firstIsFine ? b : a, name);
  }

  private static LuaError type(
      String operation, @Nullable Object culprit, Site.@Nullable Name name) {
    String type = Conversions.typeName(culprit);
    if (name == null) {
      return error("attempt to " + operation + " a " + type + " value");
    }
    return Places.error(
        LuaString.of("attempt to " + operation + " " + name.kind() + " '")
            .concat(name.text(), MemoryBudget.UNLIMITED)
            .concat(LuaString.of("' (a " + type + " value)"), MemoryBudget.UNLIMITED),
        0);
  }

  static LuaError comparison(@Nullable Object a, @Nullable Object b) {
    String one = Conversions.typeName(a);
    String other = Conversions.typeName(b);
    return error(
        one.equals(other)
            ? "attempt to compare two " + one + " values"
            : "attempt to compare " + one + " with " + other);
  }

  /** An error with the place of the running function if it is written in Lua. */
  static LuaError error(String message) {
    return Places.error(LuaString.of(message), 0);
  }
}
