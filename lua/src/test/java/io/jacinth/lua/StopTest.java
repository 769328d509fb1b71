package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.lua.compiler.LuaCompiler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts without end, each stopped from another thread, in any of the ways in which it may run.
 */
class StopTest {
  /** The allowance of 5 ms for a script, and some for what the thread does before and after. */
  private static final Duration MOST_PROCESSOR_TIME = Duration.ofMillis(50);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Stream<String> endless() {
    return Stream.of(
        "while true do end",
        "repeat until false",
        "for i = 1, math.huge do end",
        "while true do pcall(function() while true do end end) end",
        "local function f() return pcall(f) end while true do pcall(f) end",
        "local co = coroutine.wrap(function() while true do coroutine.yield() end end)"
            + " while true do co() end",
        "coroutine.wrap(function() pcall(function() while true do end end) end)()",
        "string.find(string.rep('a', 30), string.rep('a-', 30) .. 'b')",
        "string.find(string.rep('a', 20000), string.rep('.-', 4) .. 'b')",
        "while true do table.sort({3, 1, 2}, function(a, b) while true do end end) end",
        "local t = {} for i = 1, 1000 do t[i] = 1 end"
            + " while true do table.sort(t, function(a, b) return a < b end) end",
        "string.gsub(string.rep('x', 100), 'x', function() while true do end end)",
        "return setmetatable({}, {__index = function() while true do end end}).x",
        "local mt = {__lt = function() while true do end end}"
            + " return pcall(function() return setmetatable({}, mt) < setmetatable({}, mt) end)",
        "while true do local s = string.rep('x', 1000000) end",
        "while true do local t = {} for i = 1, 100000 do t[i] = i end end",
        "while true do local t = {} for i = 1, 10000 do t['k' .. i] = i end end",
        "local function f() return f() end f()",
        "while true do local function f() return 1 + f() end pcall(f) end",
        "while true do loadstring('return 1')() end",
        "while true do table.concat({1, 2, 3}, ',') end",
        "for k in function() return 1 end do end",
        "while true do for w in string.gmatch('a b c', '%a') do end end",
        "while true do string.format('%q', string.rep('x', 100000)) end",
        "while true do unpack({1, 2, 3}) end",
        "xpcall(function() while true do end end, function() while true do end end)",
        "local t = {} for i = 1, 3000000 do t[i] = i end while true do table.insert(t, 1, 0) end",
        "local s = string.rep('x', 8000000) while true do s:reverse():upper() end",
        "local s = string.rep('x', 8000000) while true do s:find('%d') s:find('x*y') end",
        "local s = string.rep('x', 8000000) while true do s:find('[abcdefgh]') s:gsub('.', 'y') end");
  }

  @ParameterizedTest
  @MethodSource("endless")
  @Timeout(60)
  void isStopped(String script) throws InterruptedException {
    for (Ways way : Ways.values()) {
      way.choose();
      stop(script);
    }
  }

  @Test
  void anInterruptionDoesNotTakeAStopBack() {
    Lua lua = Sandbox.instance(new MemoryBudget(1L << 28, new HeapMeter(1L << 28)));
    LuaFunction endless = LuaCompiler.compile(LuaString.of("while true do end"), LuaString.of("s"));
    lua.interrupt(() -> lua.stop("enough"));
    assertThatThrownBy(() -> lua.run(endless)).isInstanceOf(LuaStopped.class);
    lua.interrupt(() -> {});
    assertThatThrownBy(() -> lua.run(endless)).isInstanceOf(LuaStopped.class);
  }

  private static void stop(String script) throws InterruptedException {
    Lua lua = Sandbox.instance(new MemoryBudget(1L << 28, new HeapMeter(1L << 28)));
    LuaFunction function = LuaCompiler.compile(LuaString.of(script), LuaString.of("s"));
    CountDownLatch begins = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              begins.countDown();
              try {
                lua.run(function);
              } catch (Throwable e) {
                end.set(e);
              }
            });
    thread.start();
    begins.await();
    awaitProcessorTime(thread, Duration.ofMillis(30));
    long before = THREADS.getThreadCpuTime(thread.threadId());
    lua.stop("enough");
    long used = before;
    while (!thread.join(Duration.ofMillis(1))) {
      used = Math.max(used, THREADS.getThreadCpuTime(thread.threadId()));
    }
    assertThat(end.get()).as(script).isInstanceOf(LuaStopped.class);
    assertThat(Duration.ofNanos(used - before)).as(script).isLessThan(MOST_PROCESSOR_TIME);
    lua.clearStop();
    LuaFunction next = LuaCompiler.compile(LuaString.of("return 7"), LuaString.of("s"));
    assertThat(lua.run(next)).isEqualTo(7.0);
  }

  private static void awaitProcessorTime(Thread thread, Duration time) throws InterruptedException {
    while (THREADS.getThreadCpuTime(thread.threadId()) < time.toNanos()
        && !thread.join(Duration.ofMillis(1))) {
      // Not yet.
    }
  }
}
