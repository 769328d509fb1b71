package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * What a native function was called with, by number from 1. The methods that want a type convert as
 * C Lua does (a number is a string, a string may be a number) or throw "bad argument #1 to 'name'
 * (table expected, got nil)".
 */
public final class Arguments {
  private final @Nullable Object[] values;

  Arguments(@Nullable Object[] values) {
    this.values = values;
  }

  public int size() {
    return values.length;
  }

  /** The value, nil if there is none. */
  public @Nullable Object get(int number) {
    return number <= values.length ? values[number - 1] : null;
  }

  /** All values from a number on. */
  public @Nullable Object[] from(int number) {
    int first = Math.min(number - 1, values.length);
    @Nullable Object[] rest = new @Nullable Object[values.length - first];
    System.arraycopy(values, first, rest, 0, rest.length);
    return rest;
  }

  /** The array itself: the callee's, who may change it. */
  public @Nullable Object[] array() {
    return values;
  }

  /** Whether there is no such argument, which for most functions is as good as nil. */
  public boolean isAbsent(int number) {
    return number > values.length;
  }

  /** Nil or none. */
  public boolean isNil(int number) {
    return get(number) == null;
  }

  /** Any value, but one there must be. */
  public @Nullable Object any(int number) {
    if (isAbsent(number)) {
      throw error(number, "value expected");
    }
    return get(number);
  }

  public LuaTable table(int number) {
    return get(number) instanceof LuaTable table ? table : fail(number, "table");
  }

  public LuaFunction function(int number) {
    return get(number) instanceof LuaFunction function ? function : fail(number, "function");
  }

  public LuaString string(int number) {
    Object value = get(number);
    if (value instanceof LuaString string) {
      return string;
    }
    LuaString text = Conversions.toText(value);
    return text == null ? fail(number, "string") : text;
  }

  public double number(int number) {
    Object value = get(number);
    if (value instanceof Double known) {
      return known;
    }
    Double converted = Conversions.toNumber(value);
    return converted == null ? fail(number, "number") : converted;
  }

  /** A number cut to 32 bits as C Lua does it. */
  public int integer(int number) {
    return Conversions.toInt(number(number));
  }

  /** A number cut to 64 bits. */
  public long whole(int number) {
    return Conversions.toLong(number(number));
  }

  public LuaString string(int number, LuaString otherwise) {
    return isNil(number) ? otherwise : string(number);
  }

  public double number(int number, double otherwise) {
    return isNil(number) ? otherwise : number(number);
  }

  public int integer(int number, int otherwise) {
    return isNil(number) ? otherwise : integer(number);
  }

  public long whole(int number, long otherwise) {
    return isNil(number) ? otherwise : whole(number);
  }

  public boolean isTrue(int number) {
    return Conversions.isTrue(get(number));
  }

  private <T> T fail(int number, String expected) {
    String got = isAbsent(number) ? "no value" : Conversions.typeName(get(number));
    throw error(number, expected + " expected, got " + got);
  }

  /** The error that an argument is unfit, to be thrown. */
  public LuaError error(int number, String why) {
    Site.Name name = Places.calledAs();
    LuaString called = name == null ? LuaString.constant("?") : name.text();
    int shown = number;
    if (name != null && name.kind().equals("method")) {
      shown--;
      if (shown == 0) {
        return message("calling '", called, "' on bad self (" + why + ")");
      }
    }
    return message("bad argument #" + shown + " to '", called, "' (" + why + ")");
  }

  private static LuaError message(String before, LuaString name, String after) {
    LuaString text =
        LuaString.of(before)
            .concat(name, MemoryBudget.UNLIMITED)
            .concat(LuaString.of(after), MemoryBudget.UNLIMITED);
    return Places.error(text, 1);
  }
}
