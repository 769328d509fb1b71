package io.jacinth.lua.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.lua.LuaString;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalCallsTest {
  private static @Nullable Set<String> calls(String script) {
    return LuaCompiler.chunk(LuaString.of(script), LuaString.of("s")).calls();
  }

  @Test
  void areNamedAsTheyStandInTheText() {
    assertThat(calls("return redis.call('GET', KEYS[1])")).containsExactly("redis.call");
    assertThat(
            calls(
                "local a = {tonumber(x), k = f.g(-h(1))}"
                    + " if (i(a)) .. 'x' == 'y' then b[j()] = not k() else l.m(n()) end"))
        .containsExactlyInAnyOrder("tonumber", "f.g", "h", "i", "j", "k", "l.m", "n");
    assertThat(calls("return 1 + #KEYS")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while f() do end",
        "repeat local x = 1 until x",
        "for i = 1, 2 do end",
        "for k in pairs(t) do end",
        "local function f() end",
        "local f = function() end",
        "do if x then for i = 1, 2 do end end end",
        "local f = string.rep f('x', 1e9)",
        "return ('x'):rep(1e9)",
        "return a.b.c()",
        "return t['x' .. 'y']()",
        "return f()()",
        "return {[1] = function() end}",
      })
  void cannotBeToldOfOtherChunks(String script) {
    assertThat(calls(script)).isNull();
  }
}
