package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * What a function returns if it is not exactly one value. A call's result of one value is that
 * value itself; of none, two or more it is an object of this class. It may also stand for a call
 * that is still to be made in place of returning ({@link #tail}): only {@link Calls} meets those.
 */
public final class Values {
  static final @Nullable Object[] NO_OBJECTS = {};

  /** No value at all, which is not the same as one nil. */
  public static final Values NONE = new Values(NO_OBJECTS, null);

  final @Nullable Object[] values;
  final @Nullable LuaFunction tail;

  private Values(@Nullable Object[] values, @Nullable LuaFunction tail) {
    this.values = values;
    this.tail = tail;
  }

  /**
   * These values, in the shape in which a function returns them. The array is not to be used again.
   */
  public static @Nullable Object of(@Nullable Object... values) {
    return switch (values.length) {
      case 0 -> NONE;
      case 1 -> values[0];
      default -> new Values(values, null);
    };
  }

  static Values tailCall(LuaFunction function, @Nullable Object[] arguments) {
    return new Values(arguments, function);
  }

  /** The first value of a finished result, nil if there is none. */
  public static @Nullable Object first(@Nullable Object result) {
    if (result instanceof Values several) {
      return several.values.length == 0 ? null : several.values[0];
    }
    return result;
  }

  /** All values of a finished result. The array may be shared: not to be changed. */
  public static @Nullable Object[] all(@Nullable Object result) {
    return result instanceof Values several ? several.values : new @Nullable Object[] {result};
  }
}
