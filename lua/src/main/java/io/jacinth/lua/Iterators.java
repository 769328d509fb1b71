package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** The iterators of pairs and ipairs. */
public final class Iterators {
  /** The function {@code next}. */
  public static final LuaFunction NEXT = new NativeFunction(Iterators::next);

  /** What ipairs returns. */
  public static final LuaFunction STEP = new NativeFunction(Iterators::step);

  private Iterators() {}

  private static @Nullable Object next(Lua lua, Arguments arguments) {
    LuaTable table = arguments.table(1);
    int position = table.next(position(table, arguments.get(2)));
    return position < 0 ? null : Values.of(table.keyAt(position), table.valueAt(position));
  }

  static int position(LuaTable table, @Nullable Object key) {
    int position = table.positionOf(key);
    if (position < 0) {
      throw Errors.error("invalid key to 'next'");
    }
    return position;
  }

  private static @Nullable Object step(Lua lua, Arguments arguments) {
    int index = arguments.integer(2) + 1;
    Object value = arguments.table(1).getInt(index);
    return value == null ? null : Values.of((double) index, value);
  }
}
