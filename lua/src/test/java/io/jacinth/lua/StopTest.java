package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.lua.compiler.LuaCompiler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts without end, each stopped from another thread, in any of the ways in which it may run.
 */
class StopTest {
  /** What a script's thread may take from being told to stop to its end, in most attempts. */
  private static final Duration MOST_PROCESSOR_TIME = Duration.ofMillis(5);

  /** An attempt counts if the script did not go on for longer while it was being told. */
  private static final Duration MOST_UNCERTAIN = Duration.ofMillis(1);

  private static final int ATTEMPTS = Integer.getInteger("jacinth.lua.stops", 3);

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

  /** The first stop of all loads classes. */
  @BeforeAll
  static void begin() throws InterruptedException {
    stop("while true do end");
  }

  @ParameterizedTest
  @MethodSource("endless")
  @Timeout(60)
  void isStopped(String script) throws InterruptedException {
    for (Ways way : Ways.values()) {
      way.choose();
      long[] nanos = new long[ATTEMPTS];
      for (int i = 0; i < ATTEMPTS; i++) {
        nanos[i] = stopped(script).toNanos();
      }
      Arrays.sort(nanos);
      System.out.printf(
          "Stopped within %.3f to %.3f ms of processor time, %s: %s%n",
          nanos[0] / 1e6, nanos[ATTEMPTS - 1] / 1e6, way, script);
      assertThat(Duration.ofNanos(nanos[ATTEMPTS / 2])).as(script).isLessThan(MOST_PROCESSOR_TIME);
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

  private static Duration stopped(String script) throws InterruptedException {
    Duration taken = stop(script);
    while (taken == null) {
      taken = stop(script);
    }
    return taken;
  }

  /**
   * Stops a script in mid-course; the processor time that its thread took from then on, null if
   * this thread was held up while it told the other.
   */
  private static @Nullable Duration stop(String script) throws InterruptedException {
    Lua lua = Sandbox.instance(new MemoryBudget(1L << 28, new HeapMeter(1L << 28)));
    LuaFunction function = LuaCompiler.compile(LuaString.of(script), LuaString.of("s"));
    CountDownLatch begins = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    AtomicLong used = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              begins.countDown();
              try {
                lua.run(function);
              } catch (Throwable e) {
                used.set(THREADS.getCurrentThreadCpuTime());
                end.set(e);
              }
            });
    thread.start();
    begins.await();
    awaitProcessorTime(thread, Duration.ofMillis(30));
    long before = THREADS.getThreadCpuTime(thread.threadId());
    lua.stop("enough");
    long told = THREADS.getThreadCpuTime(thread.threadId());
    thread.join();
    assertThat(end.get()).as(script).isInstanceOf(LuaStopped.class);
    lua.clearStop();
    LuaFunction next = LuaCompiler.compile(LuaString.of("return 7"), LuaString.of("s"));
    assertThat(lua.run(next)).isEqualTo(7.0);
    boolean counts = told - before < MOST_UNCERTAIN.toNanos();
    return counts ? Duration.ofNanos(used.get() - before) : null;
  }

  private static void awaitProcessorTime(Thread thread, Duration time) throws InterruptedException {
    while (THREADS.getThreadCpuTime(thread.threadId()) < time.toNanos()
        && !thread.join(Duration.ofMillis(1))) {
      // Not yet.
    }
  }
}
