package io.jacinth.lua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the lines that an instance comes to in functions that were compiled for it
 * ({@link io.jacinth.lua.compiler.LuaCompiler#debuggable}). It may look at the calls in progress,
 * run something else in the instance, end the script by an error, and take its time.
 */
public interface Debugger {
  /** The instance is about to begin a line, or to begin it again in the next round of a loop. */
  void line(int line);

  /** A variable and its present value. */
  record Variable(LuaString name, @Nullable Object value) {}

  /**
   * A call in progress of a function that was compiled for the debugger.
   *
   * @param name by which the function was called; null where there is none
   * @param variables those that are visible there, in the order of their declaration
   */
  record Frame(int line, @Nullable LuaString name, List<Variable> variables) {}
}
