package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jacinth.lua.compiler.LuaCompiler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that would fill the heap end in an error, with a budget of 16 MB measured as a server
 * does; what only passes much memory through does not.
 */
class MemoryBombsTest {
  private static final long LIMIT = 16 << 20;

  static Stream<String> bombs() {
    return Stream.of(
        "local t = {} for i = 1, 1e9 do t[i] = i end",
        "local t = {} for i = 1, 1e9 do t['k' .. i] = i end",
        "local t = {} for i = 1, 1e9 do t[i] = {} end",
        "local t = {} for i = 1, 1e9 do t[i] = {i} end",
        "local t = {} for i = 1, 1e9 do t[i] = function() return i end end",
        "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(function() end) end",
        "local t = {} for i = 1, 1e9 do local co = coroutine.wrap(function(...) coroutine.yield()"
            + " return ... end) co(unpack({}, 1, 7000)) t[i] = co end",
        "local function deep(n) if n == 0 then coroutine.yield() else deep(n - 1) end return 1 end"
            + " local t = {} for i = 1, 1e9 do local co = coroutine.wrap(deep) co(150) t[i] = co end",
        "local t = {} for i = 1, 1e9 do t[i] = string.gmatch('x', 'x') end",
        "local t = {} for i = 1, 1e9 do t[i] = loadstring('return ' .. i) end",
        "local s = 'x' while true do s = s .. s end",
        "local s = 'x' while true do s = s .. s .. s end",
        "local s = 'x' for i = 1, 1e9 do s = s .. 'y' end",
        "return string.rep('x', 1e9)",
        "return string.rep(string.rep('x', 1e6), 1e6)",
        "local s = string.rep('x', 1e6) local t = {} for i = 1, 1e9 do t[i] = s:upper() end",
        "local s = string.rep('x', 1e6) local t = {} for i = 1, 1e9 do t[i] = s:sub(2) end",
        "return string.gsub(string.rep('x', 1e6), 'x', string.rep('y', 1e6))",
        "return string.format(string.rep('%s', 100), unpack((function() local t = {}"
            + " for i = 1, 100 do t[i] = string.rep('x', 1e6) end return t end)()))",
        "local t = {} for i = 1, 1e5 do t[i] = string.rep('x', 1000) end"
            + " return table.concat(t, string.rep('y', 1e5))",
        "local function f(...) return (f(1, 2, 3, 4, 5, 6, 7, 8, 9, ...)) end return f()",
        "local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end})"
            + " for i = 1, 1e9 do t[i] = i end",
        "local t = {} local function grow() for i = 1, 1e9 do t[#t + 1] = {t} end end grow()",
        "local t = {} for i = 1, 1e9 do t[i] = tostring(i) end",
        "local t = {} for i = 1, 1e9 do t[-i] = i end",
        "local t = {} for i = 1, 1e9 do t[i / 3] = true end",
        "return load(function() return string.rep(' ', 1e6) end)() or error('not enough memory')",
        "assert(loadstring(string.rep('x=1 ', 1e6))) error('not enough memory')");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  @Timeout(120)
  void endsInAnError(String script) {
    Ways.CHANGING.choose();
    Lua lua = instance();
    assertThatExceptionOfType(LuaError.class)
        .as(script)
        .isThrownBy(() -> run(lua, script))
        .satisfies(e -> assertThat(e.getMessage()).containsAnyOf("memory", "stack"));
    assertThat(run(lua, "return 7")).isEqualTo(7.0);
  }

  /** pcall catches it, as it catches all errors of a script, and cannot go on for ever with it. */
  @Test
  @Timeout(120)
  void isCaughtByPcall() {
    String script =
        "local t = {} local ok, e = pcall(function() for i = 1, 1e9 do t[i] = {} end end)"
            + " t = nil return e";
    assertThat(run(instance(), script)).hasToString("not enough memory");
  }

  @Test
  @Timeout(120)
  void whatIsGarbageDoesNotCount() {
    String script =
        "local n = 0 for i = 1, 300 do local s = string.rep('x', 1e6) n = n + #s end"
            + " for i = 1, 300 do local t = {} for j = 1, 10000 do t[j] = {} end n = n + #t end"
            + " return n";
    assertThat(run(instance(), script)).isEqualTo(3e8 + 3e6);
  }

  private static Lua instance() {
    return Sandbox.instance(new MemoryBudget(LIMIT, new HeapMeter(LIMIT)));
  }

  private static Object run(Lua lua, String script) {
    lua.memory().reset();
    return lua.run(LuaCompiler.compile(LuaString.of(script), LuaString.of("s")));
  }
}
