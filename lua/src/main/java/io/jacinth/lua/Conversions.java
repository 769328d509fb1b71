package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** What a value is as a number, a string, a type's name. Metatables play no part here. */
public final class Conversions {
  private static final LuaString NIL = LuaString.constant("nil");
  private static final LuaString TRUE = LuaString.constant("true");
  private static final LuaString FALSE = LuaString.constant("false");

  private Conversions() {}

  /** A number, or a string that looks like one; else null. */
  public static @Nullable Double toNumber(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    return value instanceof LuaString string ? NumberReader.read(string) : null;
  }

  /** A string, or a number's text as {@code %.14g} prints it; else null. */
  public static @Nullable LuaString toText(@Nullable Object value) {
    if (value instanceof LuaString string) {
      return string;
    }
    return value instanceof Double number ? NumberWriter.write(number) : null;
  }

  /** The text of any value as tostring gives it where no metamethod says otherwise. */
  public static LuaString string(@Nullable Object value) {
    if (value == null) {
      return NIL;
    }
    if (value instanceof Boolean truth) {
      return truth ? TRUE : FALSE;
    }
    LuaString text = toText(value);
    return text == null ? LuaString.of(typeName(value) + ": " + address(value)) : text;
  }

  /** As {@link #string}, as Java's. */
  public static String text(@Nullable Object value) {
    return string(value).toString();
  }

  /** Something that looks like an address and tells objects apart. */
  private static String address(Object value) {
    if (value instanceof Userdata userdata && userdata.isNullPointer()) {
      return "(nil)";
    }
    return "0x7f%010x".formatted(System.identityHashCode(value) * 16L);
  }

  /** The name of a value's type as {@code type} gives it. */
  public static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "nil";
      case Boolean truth -> "boolean";
      case Double number -> "number";
      case LuaString string -> "string";
      case LuaTable table -> "table";
      case LuaFunction function -> "function";
      case LuaCoroutine coroutine -> "thread";
      default -> "userdata";
    };
  }

  /** All but nil and false. */
  public static boolean isTrue(@Nullable Object value) {
    return value != null && value != Boolean.FALSE;
  }

  /** A number cut to 64 bits as a processor does it: what does not fit is the least long. */
  public static long toLong(double number) {
    return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  /** A number cut to 64 bits and then to its lower 32, as C Lua takes an int argument. */
  public static int toInt(double number) {
    return (int) toLong(number);
  }
}
