package io.jacinth.lua.compiler;

import io.jacinth.lua.ChunkNames;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles texts. What it returns may be kept and shared between instances and threads. */
public final class LuaCompiler {
  /** What a byte of source becomes, at most, and what a chunk has beside. */
  private static final int BYTES_OF_BYTE = 200;

  private static final int CHUNK_BYTES = 2048;

  /**
   * The function of a text, and what can be known of it beforehand.
   *
   * @param calls which functions it calls at most, each as often as the text names it: globals and
   *     their fields, as {@code string.len}; null where there is no telling, as with loops
   */
  public record Chunk(LuaFunction function, @Nullable Set<String> calls) {}

  private LuaCompiler() {}

  /**
   * The function of a text.
   *
   * @param chunkName as errors show it, "user_script"
   * @throws LuaError with the text that C Lua gives for the same mistake
   */
  public static LuaFunction compile(LuaString source, LuaString chunkName) {
    return chunk(source, chunkName).function();
  }

  /** As {@link #compile(LuaString, LuaString)}. */
  public static Chunk chunk(LuaString source, LuaString chunkName) {
    LuaString marked = LuaString.of("@" + chunkName);
    return compile(source, marked, 0, () -> {}, null);
  }

  /**
   * As {@link #compile(LuaString, LuaString)} for an instance with a debugger: the function stays
   * in its tree, which tells of each line.
   */
  public static LuaFunction debuggable(LuaString source, LuaString chunkName) {
    LuaString marked = LuaString.of("@" + chunkName);
    return compile(source, marked, 0, () -> {}, new SourceLines()).function();
  }

  /**
   * As {@link #compile(LuaString, LuaString)} for a running script: counts the memory, can be
   * stopped, and may nest as deeply as is left.
   *
   * @param chunkName with a mark before it that says how errors show it ({@link ChunkNames})
   */
  public static LuaFunction compile(LuaString source, LuaString chunkName, Lua lua) {
    lua.memory().charge((long) source.length() * BYTES_OF_BYTE + CHUNK_BYTES);
    return compile(source, chunkName, lua.depth(), lua::poll, null).function();
  }

  private static Chunk compile(
      LuaString source,
      LuaString chunkName,
      int levels,
      Runnable check,
      @Nullable SourceLines lines) {
    try {
      FunctionBody chunk = Parser.parse(source, chunkName, levels, check, lines);
      Inference.run(chunk.allLocals);
      chunk.allLocals.forEach(local -> local.sources.clear());
      Set<String> calls = GlobalCalls.of(chunk);
      return new Chunk(TreeBuilder.prototype(chunk, chunkName, lines).function(), calls);
    } catch (StackOverflowError e) {
      String shown = ChunkNames.shown(chunkName).toString();
      throw new LuaError(LuaString.of(shown + ":1: function or expression too complex"));
    }
  }
}
