package io.jacinth.lua;

import io.jacinth.lua.compiler.LuaCompiler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Times of scripts here and on a real Redis in the same run, printed as a table: {@code bin/mvn -pl
 * lua test -Dtest=SpeedComparison}. Not a test by name, because a busy machine proves nothing.
 */
class SpeedComparison {
  private static final int COLD_SCRIPTS = 1000;
  private static final int ROUNDS = 7;

  private static final Map<String, String> SCRIPTS = new LinkedHashMap<>();

  static {
    SCRIPTS.put("sum to 10 million", "local s = 0 for i = 1, 1e7 do s = s + i end return s");
    SCRIPTS.put(
        "fib(27)",
        "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end"
            + " return fib(27)");
    SCRIPTS.put(
        "sorting 20,000",
        "local t, x = {}, 42 for i = 1, 20000 do x = (x * 16807) % 2147483647 t[i] = x end"
            + " table.sort(t) return t[100]");
    SCRIPTS.put(
        "sorting 20,000 by a comparator",
        "local t, x = {}, 42 for i = 1, 20000 do x = (x * 16807) % 2147483647 t[i] = x end"
            + " table.sort(t, function(a, b) return a > b end) return t[100]");
    SCRIPTS.put(
        "gsub with captures",
        "local s = string.rep('key=value, other=thing; ', 2000)"
            + " local r, n = s:gsub('(%w+)=(%w+)', '%2=%1') return n");
    SCRIPTS.put(
        "gsub with a function",
        "local s = string.rep('key=value, other=thing; ', 2000)"
            + " local r, n = s:gsub('(%w+)=(%w+)', function(a, b) return b .. a end) return n");
    SCRIPTS.put(
        "20,000 concatenations",
        "local s = '' for i = 1, 20000 do s = s .. 'x' .. i end return #s");
    SCRIPTS.put(
        "tables and strings",
        "local t = {} for i = 1, 50000 do t['k' .. i % 1000] = (t['k' .. i % 1000] or 0) + i end"
            + " local n = 0 for k, v in pairs(t) do n = n + v end return n");
    SCRIPTS.put(
        "closures and methods",
        "local P = {} P.__index = P function P.new(x) return setmetatable({x = x}, P) end"
            + " function P:add(y) self.x = self.x + y return self end"
            + " local s = 0 for i = 1, 200000 do s = s + P.new(i):add(1).x end return s");
  }

  @Test
  void warm() throws IOException {
    try (RedisOracle redis = RedisOracle.start()) {
      System.out.printf(
          "%-32s %10s %10s %7s%n", "best of " + ROUNDS, "redis ms", "ours ms", "ratio");
      for (Map.Entry<String, String> entry : SCRIPTS.entrySet()) {
        String script = entry.getValue();
        double theirs = best(() -> redis.eval(script));
        LuaFunction function = LuaCompiler.compile(LuaString.of(script), LuaString.of("s"));
        Lua lua = Sandbox.instance();
        double ours = best(() -> run(lua, function));
        System.out.printf(
            "%-32s %10.2f %10.2f %7.2f%n", entry.getKey(), theirs, ours, ours / theirs);
      }
    }
  }

  private static Object run(Lua lua, LuaFunction function) {
    lua.memory().reset();
    return lua.run(function);
  }

  /** A thousand different small scripts, each run once, from the first moment on. */
  @Test
  void cold() throws IOException {
    try (RedisOracle redis = RedisOracle.start()) {
      long start = System.nanoTime();
      for (int i = 0; i < COLD_SCRIPTS; i++) {
        redis.eval(coldScript(i));
      }
      double theirs = (System.nanoTime() - start) / 1e6;
      long ourStart = System.nanoTime();
      for (int i = 0; i < COLD_SCRIPTS; i++) {
        Sandbox.eval(coldScript(i));
        if (i == 0 || i == 9 || i == 99) {
          System.out.printf("%d: %.2f ms%n", i + 1, (System.nanoTime() - ourStart) / 1e6);
        }
      }
      double ours = (System.nanoTime() - ourStart) / 1e6;
      System.out.printf(
          "%-32s %10.2f %10.2f %7.2f%n", "1,000 cold scripts", theirs, ours, ours / theirs);
      ourStart = System.nanoTime();
      Lua lua = Sandbox.instance();
      LuaFunction function = LuaCompiler.compile(LuaString.of(coldScript(-1)), LuaString.of("s"));
      for (int i = 0; i < COLD_SCRIPTS; i++) {
        run(lua, function);
      }
      ours = (System.nanoTime() - ourStart) / 1e6;
      System.out.printf("%-32s %10s %10.2f%n", "1,000 calls of a new script", "", ours);
    }
  }

  private static String coldScript(int number) {
    return "local n = "
        + number
        + " local function add(a, b) return a + b end"
        + " local t = {} for i = 1, 10 do t[i] = add(i, n) end"
        + " if #t > 5 then return table.concat(t, ',') else return 'none' end";
  }

  /** Something that takes time. */
  private interface Work {
    Object run() throws IOException;
  }

  private static double best(Work work) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS * 3; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }
}
