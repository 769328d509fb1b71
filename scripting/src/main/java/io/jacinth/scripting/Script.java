package io.jacinth.scripting;

import io.jacinth.engine.ScriptCalls.Locks;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.compiler.LuaCompiler;
import java.util.Set;

/**
 * Something that can be run: a script or a function, compiled once and shared by all loops. What is
 * learnt of it as it runs is a hint, which any loop may write.
 */
final class Script {
  /** What is over soon, but for the commands that are called, which nothing interrupts. */
  private static final Set<String> SOON_OVER =
      Set.of(
          "redis.call",
          "redis.pcall",
          "redis.status_reply",
          "redis.error_reply",
          "server.call",
          "server.pcall",
          "server.status_reply",
          "server.error_reply",
          "tonumber",
          "tostring",
          "type");

  private final String name;
  private final LuaFunction function;
  private final Set<ScriptFlag> flags;
  private final boolean isPlain;
  private final boolean isFunction;
  private final boolean isBrief;
  private final ScriptStatistics statistics = new ScriptStatistics();
  private volatile Locks locks;

  /** The text, where it is kept by its digest. */
  private final byte[] source;

  /** Whether it was asked for that it be kept (SCRIPT LOAD). */
  private volatile boolean isLoaded;

  /** When it was last used, by the engine's clock; whoever looks may see an older time. */
  private long usedNanos;

  /**
   * @param name by which errors speak of it
   * @param isPlain whether it says nothing of itself, as scripts of old, and may do anything
   */
  Script(
      String name, byte[] source, LuaCompiler.Chunk chunk, Set<ScriptFlag> flags, boolean isPlain) {
    this(name, source, chunk.function(), flags, isPlain, false, isBrief(chunk), Locks.TRIAL);
  }

  private static boolean isBrief(LuaCompiler.Chunk chunk) {
    return chunk.calls() != null && SOON_OVER.containsAll(chunk.calls());
  }

  private Script(
      String name,
      byte[] source,
      LuaFunction function,
      Set<ScriptFlag> flags,
      boolean isPlain,
      boolean isFunction,
      boolean isBrief,
      Locks locks) {
    this.isBrief = isBrief;
    this.isFunction = isFunction;
    this.locks = locks;
    this.name = name;
    this.source = source;
    this.function = function;
    this.flags = flags;
    this.isPlain = isPlain;
  }

  String name() {
    return name;
  }

  LuaFunction function() {
    return function;
  }

  /**
   * A function of a library. One that keeps something between calls runs under every lock, so that
   * no two loops are in it at once.
   */
  static Script ofLibrary(String name, LuaFunction function, Set<ScriptFlag> flags) {
    Locks locks = function.isStateless() ? Locks.TRIAL : Locks.ALL;
    return new Script(name, new byte[0], function, flags, false, true, false, locks);
  }

  /** As a script, compiled for the debugger; it runs once. */
  static Script debuggable(
      String name, byte[] source, LuaFunction function, Set<ScriptFlag> flags, boolean isPlain) {
    return new Script(name, source, function, flags, isPlain, false, false, Locks.ALL);
  }

  /** Whether it is a function of a library. */
  boolean isFunction() {
    return isFunction;
  }

  boolean isPlain() {
    return isPlain;
  }

  /** Whether it cannot run long by itself: it has no loop and calls nothing that has. */
  boolean isBrief() {
    return isBrief;
  }

  boolean has(ScriptFlag flag) {
    return flags.contains(flag);
  }

  Set<ScriptFlag> flags() {
    return flags;
  }

  /** The text, where it is kept by its digest. */
  byte[] source() {
    return source;
  }

  ScriptStatistics statistics() {
    return statistics;
  }

  /** Says that it is to be kept for good. */
  void load() {
    isLoaded = true;
  }

  /** Whether it is to be kept for good. */
  boolean isLoaded() {
    return isLoaded;
  }

  void used(long nowNanos) {
    usedNanos = nowNanos;
  }

  long usedNanos() {
    return usedNanos;
  }

  /** Under which locks to run it next. */
  Locks locks() {
    return locks;
  }

  /** Notes whether a run has reached for keys that it did not declare. */
  void ran(boolean hasStrayed) {
    if (hasStrayed) {
      locks = Locks.ALL;
    } else if (locks == Locks.TRIAL) {
      locks = Locks.DECLARED;
    }
  }
}
