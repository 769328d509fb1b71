package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** A statement of a function that runs from its tree: see {@link Steps}. */
public interface Step {
  /** How a statement ends that ends others with it. */
  enum Signal {
    /** The innermost loop ends. */
    BREAK,
    /** The function ends; its result lies in the activation. */
    RETURN
  }

  /** Runs it; null if the next statement follows. */
  @Nullable Signal run(Activation on);
}
