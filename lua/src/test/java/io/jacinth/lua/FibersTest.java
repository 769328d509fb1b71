package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.lua.compiler.LuaCompiler;
import org.junit.jupiter.api.Test;

class FibersTest {
  @Test
  void coroutinesRunOnTheJvmsContinuations() {
    assertThat(Fiber.of(() -> {})).isInstanceOf(Continuation.class);
  }

  /** Abandoned coroutines are garbage: twenty thousand of them fit into any heap. */
  @Test
  void abandonedCoroutinesAreCollected() {
    String script =
        "local n = 0 for i = 1, 20000 do local co = coroutine.wrap(function() coroutine.yield(1)"
            + " end) n = n + co() end return n";
    Lua lua = Sandbox.instance(new MemoryBudget(32 << 20, new HeapMeter(32 << 20)));
    LuaFunction function = LuaCompiler.compile(LuaString.of(script), LuaString.of("s"));
    assertThat(lua.run(function)).isEqualTo(20_000.0);
  }

  @Test
  void fibersOnThreadsDoTheSame() {
    StringBuilder seen = new StringBuilder();
    Fiber[] self = new Fiber[1];
    self[0] =
        new ThreadFiber(
            () -> {
              seen.append('b');
              self[0].pause();
              seen.append('d');
            });
    seen.append('a');
    self[0].run();
    seen.append('c');
    self[0].run();
    assertThat(seen).hasToString("abcd");
  }
}
