package io.jacinth.lua;

/**
 * Ends a script from outside. It passes through pcall and coroutines: nothing in Lua catches it.
 * Thrown at the next check after {@link Lua#stop}.
 */
public final class LuaStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Ends a script for this reason. */
  public LuaStopped(String reason) {
    super(reason, null, false, false);
  }
}
