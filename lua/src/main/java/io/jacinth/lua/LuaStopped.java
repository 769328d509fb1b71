package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * Ends a script from outside. It passes through pcall and coroutines: nothing in Lua catches it.
 * Thrown at the next check after {@link Lua#stop}.
 */
public final class LuaStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient LuaError.@Nullable Position position;

  LuaStopped(String reason, LuaError.@Nullable Position position) {
    super(reason, null, false, false);
    this.position = position;
  }

  /** Where the script was; null if no function written in Lua was running. */
  public LuaError.@Nullable Position position() {
    return position;
  }
}
