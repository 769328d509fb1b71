package io.jacinth.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What compiled functions do with lists of values: arguments, results, {@code ...}. */
final class Results {
  private static final LuaString COUNT = LuaString.constant("n");

  private Results() {}

  /** The value at an index of a finished result, nil beyond its end. */
  static @Nullable Object at(@Nullable Object result, int index) {
    if (result instanceof Values several) {
      return index < several.values.length ? several.values[index] : null;
    }
    return index == 0 ? result : null;
  }

  /** Values followed by all of a finished result. */
  static @Nullable Object[] append(@Nullable Object[] first, @Nullable Object result, Lua lua) {
    @Nullable Object[] rest = Values.all(result);
    lua.chargeValues(first.length + rest.length);
    @Nullable Object[] joined = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, joined, first.length, rest.length);
    return joined;
  }

  /** What is passed beyond the parameters. */
  static @Nullable Object[] rest(@Nullable Object[] arguments, int parameters, Lua lua) {
    if (parameters == 0) {
      return arguments;
    }
    lua.chargeValues(arguments.length);
    return parameters >= arguments.length
        ? Values.NO_OBJECTS
        : Arrays.copyOfRange(arguments, parameters, arguments.length);
  }

  /** The variable {@code arg} of old: a table of the arguments, and how many there are. */
  static LuaTable argTable(Lua lua, @Nullable Object[] rest) {
    LuaTable table = lua.newTable(rest.length, 1);
    table.fill(1, rest);
    table.put(COUNT, (double) rest.length);
    return table;
  }

  static LuaTable table(Lua lua, int arraySize, int hashSize) {
    return lua.newTable(arraySize, hashSize);
  }
}
