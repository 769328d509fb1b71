package io.jacinth.lua;

/** How errors show the name of a chunk, by the rules of luaO_chunkid. */
public final class ChunkNames {
  /** Bytes at most, as LUA_IDSIZE less the closing zero. */
  private static final int MOST = 59;

  /** Bytes at most in the errors of the compiler, as its MAXSRC. */
  private static final int MOST_OF_COMPILER = 79;

  private ChunkNames() {}

  /** After {@code =} as it is, after {@code @} a file's name, else the first line of the text. */
  public static LuaString shown(LuaString name) {
    return shown(name, MOST);
  }

  /** As {@link #shown}, where the text cannot be compiled. */
  public static LuaString shownByCompiler(LuaString name) {
    return shown(name, MOST_OF_COMPILER);
  }

  private static LuaString shown(LuaString name, int limit) {
    if (!name.isEmpty() && name.at(0) == '=') {
      return name.slice(1, Math.min(name.length(), limit + 1));
    }
    if (!name.isEmpty() && name.at(0) == '@') {
      int most = limit - 7;
      return name.length() - 1 <= most
          ? name.slice(1, name.length())
          : join("...", name.slice(name.length() - most, name.length()), "");
    }
    int line = 0;
    while (line < name.length() && name.at(line) != '\n' && name.at(line) != '\r') {
      line++;
    }
    int most = limit - 16;
    boolean isCut = line < name.length() || line > most;
    return join("[string \"", name.slice(0, Math.min(line, most)), isCut ? "...\"]" : "\"]");
  }

  private static LuaString join(String before, LuaString text, String after) {
    return LuaString.of(before)
        .concat(text, MemoryBudget.UNLIMITED)
        .concat(LuaString.of(after), MemoryBudget.UNLIMITED);
  }
}
