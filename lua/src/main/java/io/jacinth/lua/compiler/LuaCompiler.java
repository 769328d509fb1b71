package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;

/** Compiles texts. What it returns may be kept and shared between instances and threads. */
public final class LuaCompiler {
  private LuaCompiler() {}

  /**
   * The function of a text.
   *
   * @param chunkName as errors show it, "user_script"
   * @throws LuaError with the text that C Lua gives for the same mistake
   */
  public static LuaFunction compile(LuaString source, LuaString chunkName) {
    return compile(source, chunkName, 0);
  }

  /** As {@link #compile(LuaString, LuaString)}, within so many calls through Java. */
  public static LuaFunction compile(LuaString source, LuaString chunkName, int levels) {
    try {
      FunctionBody chunk = Parser.parse(source, chunkName, levels);
      Inference.run(chunk.allLocals);
      return TreeBuilder.prototype(chunk, chunkName).function();
    } catch (StackOverflowError e) {
      throw new LuaError(LuaString.of(chunkName + ":1: function or expression too complex"));
    }
  }
}
