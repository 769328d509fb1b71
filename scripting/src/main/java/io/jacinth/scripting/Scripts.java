package io.jacinth.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Engine;
import io.jacinth.engine.FunctionLibraries;
import io.jacinth.engine.ScriptCalls;
import io.jacinth.engine.ScriptRunner;
import io.jacinth.engine.Scripting;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.info.InfoWriter;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.compiler.LuaCompiler;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import io.jacinth.scripting.library.ScriptLibraries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The scripts that the server keeps, compiled. Used from every thread. */
public final class Scripts implements Scripting {
  private static final LuaString CHUNK = LuaString.constant("user_script");

  private static final String BUSY =
      "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.";
  private static final String BUSY_FUNCTION =
      "BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE.";

  /** As for the threads of the loops. */
  private static final long STACK_BYTES = 16L << 20;

  private static final long LEAST_PAUSE_NANOS = 1_000_000;
  private static final long MOST_PAUSE_NANOS = 50_000_000;

  private static final long USUAL_PATIENCE_MILLIS = 5_000;

  private final Engine engine;
  private final ServerLog log;
  private final List<Runner> runners = new CopyOnWriteArrayList<>();
  private final Thread watchman =
      Thread.ofPlatform().daemon().name("jacinth-script-watch").unstarted(this::watch);
  private int longScripts;
  private boolean isWatching;
  private volatile boolean isClosed;
  private final KeptScripts kept = new KeptScripts();

  /** A library has this long to register its functions. */
  private static final long LOAD_NANOS = 500_000_000;

  private final Libraries libraries = new Libraries(this::loadLibrary, this::describeRunning);
  private volatile @Nullable Loading loading;
  private final ScriptLibraries scriptLibraries = new ScriptLibraries();
  private final RedisRandom random = new RedisRandom();

  public Scripts(Engine engine, ServerLog log) {
    this.engine = engine;
    this.log = log;
  }

  @Override
  public ScriptRunner newRunner(ScriptCalls calls) {
    Runner runner = new Runner(this, calls, log);
    runner.watch().onLongEnd(() -> countLong(-1));
    startWatching();
    runners.add(runner);
    return runner;
  }

  // ---------------------------------------------------------------- scripts that run long

  private void watch() {
    while (!isClosed) {
      long leastMillis = engine.settings().scripting.busyReplyThreshold.value();
      long leastNanos = TimeUnit.MILLISECONDS.toNanos(leastMillis);
      long now = engine.clock().nanoTime();
      watchLoading(now);
      if (leastMillis > 0) {
        for (Runner runner : runners) {
          if (runner.watch().findLong(now, leastNanos)) {
            countLong(1);
          }
          if (runner.isStaying()) {
            runner.runsLong();
          }
        }
      }
      LockSupport.parkNanos(this, Math.clamp(leastNanos / 4, LEAST_PAUSE_NANOS, MOST_PAUSE_NANOS));
    }
  }

  /** From the first script on that runs long to the end of the last, others are refused. */
  private synchronized void countLong(int change) {
    longScripts += change;
    boolean isBusy = longScripts > 0;
    engine.unusual(Admission.BUSY, isBusy);
    engine.partitions().refuseWaiting(isBusy ? new CommandException(busyText()) : null);
  }

  /** Takes a script that has just begun for one that runs long. */
  void takeForLong(Runner runner) {
    if (runner.watch().takeForLong()) {
      countLong(1);
    }
  }

  /** How long a script that is debugged runs by itself before it is stopped. */
  long patienceMillis() {
    long millis = engine.settings().scripting.busyReplyThreshold.value();
    return millis > 0 ? millis : USUAL_PATIENCE_MILLIS;
  }

  /** Runs something on a thread that is there for nothing else. */
  void onThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(null, task, "jacinth-script", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public String busyText() {
    for (Runner runner : runners) {
      if (runner.watch().isLong() && runner.isFunction()) {
        return BUSY_FUNCTION;
      }
    }
    return BUSY;
  }

  @Override
  public void kill(boolean isFunction) {
    List<Runner> running = runners.stream().filter(runner -> runner.watch().isLong()).toList();
    if (running.isEmpty()) {
      running = runners.stream().filter(runner -> runner.watch().isRunning()).toList();
    }
    if (running.isEmpty()) {
      throw new CommandException("NOTBUSY No scripts in execution right now.");
    }
    boolean isDone = false;
    boolean isOther = true;
    for (Runner runner : running) {
      if (runner.isFunction() == isFunction) {
        isOther = false;
        isDone |= runner.kill(killText(isFunction));
      } else if (runner.hasWritten()) {
        isOther = false;
      }
    }
    if (!isDone) {
      throw new CommandException(
          isOther
              ? isFunction ? BUSY : BUSY_FUNCTION
              : "UNKILLABLE Sorry the script already executed write commands against the dataset."
                  + " You can either wait the script termination or kill the server in a hard way"
                  + " using the SHUTDOWN NOSAVE command.");
    }
  }

  /** What a script that was killed answers. */
  static String killText(boolean isFunction) {
    return "Script killed by user with " + (isFunction ? "FUNCTION" : "SCRIPT") + " KILL.";
  }

  /** What scripts find beside Lua's own libraries. */
  ScriptLibraries scriptLibraries() {
    return scriptLibraries;
  }

  /** Where all scripts draw their numbers. */
  RedisRandom random() {
    return random;
  }

  // ---------------------------------------------------------------- functions

  /** A library that is being loaded. */
  private record Loading(Lua lua, long startNanos) {}

  private FunctionLibrary loadLibrary(Slice code) {
    LibraryLoader loader = new LibraryLoader(log::log);
    startWatching();
    loading = new Loading(loader.lua(), engine.clock().nanoTime());
    try {
      return loader.load(code);
    } finally {
      loading = null;
    }
  }

  private void watchLoading(long now) {
    Loading present = loading;
    if (present != null && now - present.startNanos >= LOAD_NANOS) {
      present.lua.stop("FUNCTION LOAD timeout");
    }
  }

  private synchronized void startWatching() {
    if (!isWatching) {
      isWatching = true;
      watchman.start();
    }
  }

  private void describeRunning(Reply reply) {
    for (Runner runner : runners) {
      if (runner.watch().isLong()) {
        runner.describe(reply, engine.clock().nanoTime());
        return;
      }
    }
    reply.nil();
  }

  /** The functions that can be called. */
  Libraries functions() {
    return libraries;
  }

  @Override
  public FunctionLibraries libraries() {
    return libraries;
  }

  // ---------------------------------------------------------------- scripts by digest

  @Nullable Script find(Digest digest) {
    return kept.find(digest);
  }

  /** Compiles a text, unless that has been done, and keeps it. */
  Script keep(Digest digest, byte[] source) {
    Script known = kept.find(digest);
    if (known != null) {
      return known;
    }
    Digest key = Digest.of(source);
    return kept.add(key, compile(key.toString(), source), engine.clock().nanoTime());
  }

  /** Compiles a text for the debugger. */
  static Script debuggable(byte[] source) {
    Shebang shebang = Shebang.of(new String(source, StandardCharsets.ISO_8859_1));
    int start = shebang == null ? 0 : shebang.length();
    LuaString text = LuaString.copyOf(source, start, source.length);
    Set<ScriptFlag> flags = shebang == null ? Set.of() : shebang.flags();
    try {
      LuaFunction function = LuaCompiler.debuggable(text, CHUNK);
      String name = Digest.of(source).toString();
      return Script.debuggable(name, source, function, flags, shebang == null);
    } catch (LuaError e) {
      throw uncompilable(e);
    }
  }

  private static CommandException uncompilable(LuaError e) {
    return new CommandException(
        "ERR Error compiling script (new function): " + Texts.latin(e.value()));
  }

  private static Script compile(String name, byte[] source) {
    Shebang shebang = Shebang.of(new String(source, StandardCharsets.ISO_8859_1));
    int start = shebang == null ? 0 : shebang.length();
    LuaCompiler.Chunk chunk = compile(LuaString.copyOf(source, start, source.length));
    Set<ScriptFlag> flags = shebang == null ? Set.of() : shebang.flags();
    return new Script(name, source, chunk, flags, shebang == null);
  }

  private static LuaCompiler.Chunk compile(LuaString source) {
    try {
      return LuaCompiler.chunk(source, CHUNK);
    } catch (LuaError e) {
      throw uncompilable(e);
    }
  }

  @Override
  public String load(Slice body) {
    byte[] source = body.toBytes();
    Script script = keep(Digest.of(source), source);
    kept.load(script);
    return script.name();
  }

  @Override
  public boolean onlyReads(Call call) {
    Set<ScriptFlag> flags =
        switch (call.command().spec().name()) {
          case "eval" -> flagsOf(call.argument(1));
          case "evalsha" -> flagsOf(named(call.argument(1)));
          case "fcall" -> flagsOf(libraries.find(call.text(1)));
          default -> Set.of();
        };
    return flags.contains(ScriptFlag.NO_WRITES);
  }

  private static Set<ScriptFlag> flagsOf(Slice source) {
    try {
      Shebang shebang = Shebang.of(source.toString());
      return shebang == null ? Set.of() : shebang.flags();
    } catch (CommandException unreadable) {
      return Set.of();
    }
  }

  private static Set<ScriptFlag> flagsOf(@Nullable Script script) {
    return script == null ? Set.of() : script.flags();
  }

  @Override
  public boolean exists(Slice name) {
    return named(name) != null;
  }

  @Override
  public @Nullable Slice source(Slice name) {
    Script script = named(name);
    return script == null ? null : Slice.of(script.source());
  }

  private @Nullable Script named(Slice name) {
    Digest digest = new Digest();
    return digest.read(name) ? kept.find(digest) : null;
  }

  @Override
  public void flush() {
    kept.clear();
  }

  // ---------------------------------------------------------------- INFO

  @Override
  public long evicted() {
    return kept.evicted();
  }

  @Override
  public void writeMemory(InfoWriter out) {
    out.bytes("used_memory_lua", 0)
        .field("used_memory_scripts_eval", kept.sourceBytes())
        .field("number_of_cached_scripts", kept.size())
        .field("number_of_functions", libraries.functions())
        .field("number_of_libraries", libraries.size())
        .field("used_memory_functions", libraries.codeBytes())
        .bytes("used_memory_scripts", kept.sourceBytes() + libraries.codeBytes());
  }

  @Override
  public void writeStatistics(InfoWriter out) {
    kept.forEach(script -> write(out, "script_", script));
    libraries.forEach(function -> write(out, "function_", function));
  }

  private static void write(InfoWriter out, String prefix, Script script) {
    if (script.statistics().calls() > 0) {
      out.field(prefix + script.name(), script.statistics().line());
    }
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(watchman);
    runners.forEach(Runner::abort);
  }
}
