package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A generic for: calls its iterator for each round, except that for {@code next} and the iterator
 * of ipairs, unchanged and on a table, it does their work itself.
 */
final class Iteration {
  /** What C Lua calls an iterator in errors. */
  static final Site.Name NAME = new Site.Name("local", LuaString.constant("(for generator)"));

  private final @Nullable Object function;
  private final @Nullable Object state;
  private @Nullable Object control;
  private int position;
  @Nullable Object second;
  private @Nullable Object result;

  private Iteration(@Nullable Object function, @Nullable Object state, @Nullable Object control) {
    this.function = function;
    this.state = state;
    this.control = control;
  }

  static Iteration of(@Nullable Object function, @Nullable Object state, @Nullable Object control) {
    return new Iteration(function, state, control);
  }

  /** Whether there is another round. */
  boolean next(Lua lua) {
    lua.poll();
    if (state instanceof LuaTable table) {
      if (function == (Object) Iterators.NEXT) {
        return nextOf(table);
      }
      if (function == (Object) Iterators.STEP && control instanceof Double index) {
        return stepOf(table, index.intValue() + 1);
      }
    }
    Object all = Calls.all(lua, function, state, control);
    result = all;
    control = Values.first(all);
    second = Results.at(all, 1);
    return control != null;
  }

  private boolean nextOf(LuaTable table) {
    int at = table.next(place(table));
    if (at < 0) {
      return false;
    }
    position = at;
    control = table.keyAt(at);
    second = table.valueAt(at);
    return true;
  }

  /** Where the last key lies, which may have moved if keys were added. */
  private int place(LuaTable table) {
    return position != 0 && table.isAt(position, control) ? position : placeOfKey(table);
  }

  /** The error is next's, which has no place in a script. */
  private int placeOfKey(LuaTable table) {
    int place = table.positionOf(control);
    if (place < 0) {
      throw new LuaError(LuaString.constant("invalid key to 'next'"), Places.position(0));
    }
    return place;
  }

  private boolean stepOf(LuaTable table, int index) {
    Object value = table.getInt(index);
    control = (double) index;
    second = value;
    return value != null;
  }

  @Nullable Object first() {
    return control;
  }

  @Nullable Object second() {
    return second;
  }

  /** The value at an index from 2. */
  @Nullable Object other(int index) {
    return Results.at(result, index);
  }
}
