package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** An expression of a function that runs from its tree: see {@link Nodes}. */
public interface Node {
  /** Evaluates it to one value. */
  @Nullable Object one(Activation on);

  /** Evaluates it to all its values: one, or {@link Values}. */
  default @Nullable Object all(Activation on) {
    return one(on);
  }

  /** Evaluates it in the place of returning its values. */
  default @Nullable Object tail(Activation on) {
    return all(on);
  }

  /** Evaluates it as a condition. */
  default boolean isTrue(Activation on) {
    return Conversions.isTrue(one(on));
  }
}
