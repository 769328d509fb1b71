package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** A value that only Java can look into, with a metatable of its own: a base for such classes. */
public class Userdata {
  private final @Nullable LuaTable metatable;

  /** A userdata whose behaviour is told by this table. */
  public Userdata(@Nullable LuaTable metatable) {
    this.metatable = metatable;
  }

  public final @Nullable LuaTable metatable() {
    return metatable;
  }

  /** Whether it stands for a pointer of C to nothing, and shows itself so. */
  public boolean isNullPointer() {
    return false;
  }
}
