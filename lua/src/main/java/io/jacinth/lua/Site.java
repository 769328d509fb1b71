package io.jacinth.lua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a compiled function where something may fail: its line, and the names under which C
 * Lua would speak of the values there. Compiled methods carry the number of the site where a Java
 * method carries a line, so that it costs nothing until an error asks for it.
 *
 * @param isTailCall whether the function gives up its place to what it calls here
 * @param function what is called here, or null
 * @param operands the operands, or what is indexed; those without a name are {@link Name#NONE}
 */
public record Site(int line, boolean isTailCall, @Nullable Name function, List<Name> operands) {
  /** A name as error messages print it: its kind ("local", "global", "field" …) and itself. */
  public record Name(String kind, LuaString text) {
    /** What C Lua has no name for. */
    public static final Name NONE = new Name("", LuaString.EMPTY);
  }

  @Nullable Name operand(int index) {
    Name name = index < operands.size() ? operands.get(index) : Name.NONE;
    return name.equals(Name.NONE) ? null : name;
  }
}
