package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A place in a compiled function where something may fail: its line, and the names under which C
 * Lua would speak of the values there. Compiled methods carry the number of the site where a Java
 * method carries a line, so that it costs nothing until an error asks for it.
 *
 * @param isTailCall whether the function gives up its place to what it calls here
 * @param function what is called here, or null
 * @param left the first operand, or what is indexed, or null if C Lua has no name for it
 * @param right the second operand, likewise
 */
public record Site(
    int line,
    boolean isTailCall,
    @Nullable Name function,
    @Nullable Name left,
    @Nullable Name right) {
  /** A name as error messages print it: its kind ("local", "global", "field" …) and itself. */
  public record Name(String kind, LuaString text) {}
}
