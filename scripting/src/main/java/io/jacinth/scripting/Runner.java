package io.jacinth.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.ScriptCalls;
import io.jacinth.engine.ScriptCalls.Locks;
import io.jacinth.engine.ScriptRunner;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.log.LogLevel;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.lua.Continuation;
import io.jacinth.lua.HeapMeter;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaStopped;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.MemoryBudget;
import io.jacinth.lua.Values;
import io.jacinth.lua.library.Libraries;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scripts of one worker's clients, in an instance of Lua of its own. A script runs under
 * the locks of the keys that it declares; for the first time, and if it reaches for others, under
 * all of them. Owned by the worker.
 */
final class Runner implements ScriptRunner {
  private static final int NUMBER_OF_KEYS = 2;
  private static final int FIRST_KEY = 3;

  /** Scripts may use this much of a loop's stack; see {@code Listener}. */
  private static final int STACK_BYTES = 8 << 20;

  /** A script may hold this part of the Java heap. */
  private static final int HEAP_PART = 4;

  private static final LuaString KEYS = LuaString.constant("KEYS");
  private static final LuaString ARGV = LuaString.constant("ARGV");
  private static final CommandException NO_SCRIPT =
      new CommandException("NOSCRIPT No matching script. Please use EVAL.");

  private final Scripts scripts;
  private final ScriptCalls calls;
  private final ServerLog log;
  private final Digest digest = new Digest();
  private final Lua lua;
  private final LuaTable globals;
  private final LuaTable functionGlobals;
  private final RedisLibrary library;
  private final Watch watch = new Watch();
  private final Runnable whole = this::whole;

  // The present script.
  private Call call;
  private Script script;
  private int numberOfKeys;
  private boolean isReadOnly;
  private boolean isShort;
  private int commands;
  private @Nullable Object outcome;

  /** Of a script that is debugged; read by who stops it. */
  private volatile @Nullable DebugSession session;

  private @Nullable Throwable failure;

  /** The request of a script that goes on on a thread of its own. */
  private volatile List<String> commandWords = List.of();

  /** Whether the script goes on on a thread of its own. */
  private volatile boolean isAway;

  /** Whether scripts are part of a transaction, which leaves the loop as a whole. */
  private boolean isInTransaction;

  @SuppressWarnings("NullAway") // run() sets the script before it is used
  Runner(Scripts scripts, ScriptCalls calls, ServerLog log) {
    this.scripts = scripts;
    this.calls = calls;
    this.log = log;
    long limit = Runtime.getRuntime().maxMemory() / HEAP_PART;
    this.lua = new Lua(new MemoryBudget(limit, new HeapMeter(limit)), STACK_BYTES);
    this.library = new RedisLibrary(this, lua);
    this.globals = Globals.of(library.table(), scripts.scriptLibraries());
    this.functionGlobals = Globals.of(library.functionTable(), scripts.scriptLibraries()).freeze();
    lua.setStringMetatable(Libraries.stringMetatable());
    lua.setRandom(scripts.random());
    calls.whileWaiting(lua::poll);
  }

  ScriptCalls calls() {
    return calls;
  }

  /** redis.log. */
  void log(LogLevel level, String line) {
    log.log(level, line);
  }

  /** Notes that a script has called a command. */
  void calledCommand() {
    commands++;
  }

  // ---------------------------------------------------------------- what is to be run

  @Override
  public void eval(Call call, boolean isReadOnly) {
    calls.engine().monitors().showAnyway(call);
    if (call.client().debugging() != Client.Debugging.OFF) {
      debug(call, isReadOnly);
      return;
    }
    int keys = numberOfKeys(call);
    byte[] source = call.argument(1).toBytes();
    Script known = scripts.find(digest.compute(source));
    if (known == null) {
      calls.releaseKept();
      known = scripts.keep(digest, source);
    }
    run(call, known, keys, isReadOnly);
  }

  @Override
  public void evalSha(Call call, boolean isReadOnly) {
    calls.engine().monitors().showAnyway(call);
    if (!digest.read(call.argument(1))) {
      throw NO_SCRIPT;
    }
    if (call.client().debugging() != Client.Debugging.OFF) {
      throw new CommandException("ERR Please use EVAL instead of EVALSHA for debugging");
    }
    int keys = numberOfKeys(call);
    Script known = scripts.find(digest);
    if (known == null) {
      throw NO_SCRIPT;
    }
    run(call, known, keys, isReadOnly);
  }

  @Override
  public void fcall(Call call, boolean isReadOnly) {
    calls.engine().monitors().showAnyway(call);
    Script function = scripts.functions().find(call.text(1));
    if (function == null) {
      throw new CommandException("ERR Function not found");
    }
    if (!call.argument(NUMBER_OF_KEYS).isInteger()) {
      throw new CommandException("ERR Bad number of keys provided");
    }
    run(call, function, numberOfKeys(call), isReadOnly);
  }

  @Override
  public void exec(Call call, Runnable body, Supplier<byte[]> reply) {
    if (isAway) {
      throw new CommandException(scripts.busyText());
    }
    if (!mayLeave(call)) {
      body.run();
      calls.answer(reply.get());
      return;
    }
    TransactionJourney present = new TransactionJourney(this, calls, call, body, reply);
    isInTransaction = true;
    present.run();
  }

  /** The transaction is over. */
  void endTransaction() {
    isInTransaction = false;
  }

  /** The transaction goes on on a thread of its own. */
  void travels(Runnable task) {
    commandWords = words(call);
    isAway = true;
    scripts.onThreadOfItsOwn(task);
  }

  /** It is back on its loop. */
  void arrived() {
    isAway = false;
    commandWords = List.of();
  }

  private static int numberOfKeys(Call call) {
    long keys = call.integer(NUMBER_OF_KEYS);
    if (keys > call.count() - FIRST_KEY) {
      throw new CommandException("ERR Number of keys can't be greater than number of args");
    }
    if (keys < 0) {
      throw new CommandException("ERR Number of keys can't be negative");
    }
    return (int) keys;
  }

  // ---------------------------------------------------------------- debugging

  private void debug(Call asked, boolean isReadOnlyCall) {
    if (isAway) {
      throw new CommandException(scripts.busyText());
    }
    if (asked.isNested() || isInTransaction || !mayLeave(asked)) {
      throw new CommandException("ERR scripts of a transaction or a log cannot be debugged");
    }
    byte[] source = asked.argument(1).toBytes();
    DebugSession begun =
        new DebugSession(this, asked.client(), lua, source, scripts.patienceMillis());
    try {
      int keys = numberOfKeys(asked);
      Script debugged = Scripts.debuggable(source);
      calls.releaseKept();
      if (!begun.isUndone()) {
        Script unused = scripts.keep(Digest.of(source), source);
      }
      session = begun;
      run(asked, debugged, keys, isReadOnlyCall);
    } catch (CommandException e) {
      session = null;
      begun.end(asked.reply());
      asked.client().closeAfterReplies();
      throw e;
    }
  }

  /** The globals of a script that is debugged. */
  LuaTable globalsFor(DebugSession begun) {
    return Globals.of(library.tableFor(begun), scripts.scriptLibraries());
  }

  /**
   * Has a script that is debugged leave its loop, before it stops for the first time. It has its
   * locks by then: nobody waits for one from here on.
   */
  void standAside() {
    if (isAway) {
      return;
    }
    scripts.takeForLong(this);
    if (Continuation.pause(Continuation.Scope.SCRIPT)) {
      lua.moved();
    }
  }

  /** The time by the engine's clock. */
  long nanoTime() {
    return calls.engine().clock().nanoTime();
  }

  private void runDebugged(DebugSession begun) {
    call.client().conversation(begun);
    runSoThatItMayLeave();
  }

  /** Ends the session, before the reply of its script; the connection ends with it. */
  private void endSession(DebugSession ended, Call answered) {
    session = null;
    ended.end(answered.reply());
    answered.client().closeAfterReplies();
  }

  // ---------------------------------------------------------------- running

  private void run(Call newCall, Script newScript, int keys, boolean isReadOnlyCall) {
    if (isAway) {
      throw new CommandException(scripts.busyText());
    }
    call = newCall;
    script = newScript;
    numberOfKeys = keys;
    isShort = calls.isShortOfMemory(call);
    isReadOnly = isReadOnlyCall || script.has(ScriptFlag.NO_WRITES);
    if (!script.isPlain()) {
      admit(isReadOnlyCall);
      isShort = isShort && !script.has(ScriptFlag.ALLOW_OOM);
    }
    outcome = null;
    failure = null;
    commands = 0;
    long startNanos = calls.startNanos();
    script.used(startNanos);
    if (isInTransaction) {
      runWithin();
      return;
    }
    watch.begin(startNanos);
    if (session != null) {
      runDebugged(session);
    } else if (!script.isBrief() && !call.isNested() && mayLeave(call)) {
      runSoThatItMayLeave();
    } else {
      whole();
      watch.end();
      answer(call);
    }
  }

  /** Whether others may be served meanwhile: not where a log is read again, command by command. */
  private static boolean mayLeave(Call asked) {
    return Continuation.isAvailable() && !asked.client().isTrusted();
  }

  private void runSoThatItMayLeave() {
    Continuation present = new Continuation(Continuation.Scope.SCRIPT, whole);
    present.run();
    if (present.isDone()) {
      watch.end();
      answer(call);
    } else {
      leave(present);
    }
  }

  /** Runs a script of a transaction; where that has left the loop, it is back afterwards. */
  private void runWithin() {
    watch.begin(calls.engine().clock().nanoTime());
    whole();
    if (isAway) {
      boolean unused = Continuation.pause(Continuation.Scope.SCRIPT);
    }
    watch.end();
    answer(call);
  }

  /** Whether a script that says what it does may do so now. */
  private void admit(boolean isReadOnlyCall) {
    if (!script.has(ScriptFlag.NO_WRITES)) {
      String trouble = calls.logTrouble();
      if (trouble != null && !call.client().isTrusted()) {
        throw new CommandException(trouble);
      }
      if (isReadOnlyCall) {
        throw new CommandException(
            "ERR Can not execute a script with write flag using *_ro command.");
      }
      if (isShort && !script.has(ScriptFlag.ALLOW_OOM)) {
        throw new CommandException(
            "OOM allow-oom flag is not set on the script, can not run it when used memory >"
                + " 'maxmemory'");
      }
    }
  }

  private void whole() {
    try {
      outcome = attempt(script.locks());
      if (outcome instanceof ScriptCalls.Undeclared && !calls.isDoomed()) {
        outcome = attempt(Locks.ALL);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    long nanos = calls.engine().clock().nanoTime() - watch.startNanos();
    script.statistics().ran(nanos, commands, failure != null || outcome instanceof Throwable);
  }

  /** Runs the script once; answers what it returns, or what has ended it. */
  private @Nullable Object attempt(Locks locks) {
    prepare();
    calls.begin(call, FIRST_KEY, numberOfKeys, locks);
    calls.allow(isReadOnly, isShort);
    DebugSession debugged = session;
    boolean isEnded = false;
    if (debugged != null) {
      isEnded = debugged.isUndone();
      lua.debug(debugged);
      if (isEnded) {
        calls.allowUndo();
      }
    }
    try {
      return Values.first(execute());
    } catch (LuaError e) {
      return e;
    } catch (LuaStopped | ScriptCalls.Undeclared | ScriptCalls.Killed e) {
      isEnded = true;
      return e;
    } finally {
      if (debugged != null) {
        lua.debug(null);
      }
      script.ran(calls.hasStrayed());
      calls.end(call, isEnded);
    }
  }

  private @Nullable Object execute() {
    LuaTable keys = strings(FIRST_KEY, numberOfKeys);
    library.words().keys(keys, numberOfKeys);
    LuaTable rest = strings(FIRST_KEY + numberOfKeys, call.count() - FIRST_KEY - numberOfKeys);
    if (script.isFunction()) {
      lua.setGlobals(functionGlobals);
      return lua.run(script.function(), keys, rest);
    }
    DebugSession debugged = session;
    LuaTable own = debugged == null ? globals : debugged.globals();
    lua.setGlobals(own);
    own.setReadOnly(false);
    own.put(KEYS, keys);
    own.put(ARGV, rest);
    own.setReadOnly(true);
    return lua.run(script.function());
  }

  // ---------------------------------------------------------------- running long

  /** Whether a script runs long on its loop: what was to interrupt it may have come too early. */
  boolean isStaying() {
    return watch.isLong() && !isAway;
  }

  /** The script has run for so long that others are told; its loop is to serve them. */
  void runsLong() {
    lua.interrupt(
        () -> {
          if (watch.isLong() && !isAway && Continuation.pause(Continuation.Scope.SCRIPT)) {
            lua.moved();
          }
        });
  }

  /** Lets the script go on by itself. */
  private void leave(Continuation present) {
    long startNanos = calls.startNanos();
    call = calls.leaveLoop(call);
    commandWords = words(call);
    isAway = true;
    scripts.onThreadOfItsOwn(
        () -> {
          calls.adopt();
          present.run();
          calls.returnToLoop(call, startNanos, this::answerAway, this::returned);
        });
  }

  private static List<String> words(Call call) {
    return IntStream.range(0, call.count()).mapToObj(call::text).toList();
  }

  private void returned() {
    isAway = false;
    commandWords = List.of();
    watch.end();
  }

  /** Ends the script for a reason; false where it has written. From any thread. */
  boolean kill(String reason) {
    boolean isDoomed = calls.doom();
    if (isDoomed) {
      lua.stop(reason);
      knock();
    }
    return isDoomed;
  }

  /** Ends the script whatever it has done. From any thread. */
  void abort() {
    lua.stop("The server is shutting down.");
    knock();
  }

  private void knock() {
    DebugSession debugged = session;
    if (debugged != null) {
      debugged.knock();
    }
  }

  /** Whether a function of a library runs, or ran last. From any thread. */
  boolean isFunction() {
    Script present = script;
    return present != null && present.isFunction();
  }

  /** Answers what runs and for how long: its name, its request if that is known, milliseconds. */
  void describe(Reply reply, long nowNanos) {
    Script present = script;
    reply.map(3);
    reply.bulk("name");
    reply.bulk(present == null ? "" : present.name());
    reply.bulk("command");
    List<String> words = commandWords;
    reply.array(words.size());
    words.forEach(word -> reply.bulk(Slice.ofLatin1(word)));
    reply.bulk("duration_ms");
    reply.integer(TimeUnit.NANOSECONDS.toMillis(nowNanos - watch.startNanos()));
  }

  boolean hasWritten() {
    return calls.hasWritten();
  }

  Watch watch() {
    return watch;
  }

  private void prepare() {
    lua.memory().reset();
    lua.clearStop();
    library.reply().resp3(false);
  }

  private LuaTable strings(int first, int count) {
    LuaTable table = lua.newTable(count, 0);
    for (int i = 0; i < count; i++) {
      table.putInt(i + 1, lua.newString(call.argument(first + i).toBytes()));
    }
    return table;
  }

  // ---------------------------------------------------------------- answering

  private void answerAway(Call own) {
    try {
      answer(own);
    } catch (CommandException e) {
      calls.fail(own, e.text(), false);
    } catch (RuntimeException | Error e) {
      calls.engine().host().fault("running a script", e);
      calls.fail(own, "ERR internal error", false);
    }
  }

  private void answer(Call answered) {
    DebugSession ended = session;
    if (ended != null) {
      endSession(ended, answered);
    }
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
    Answers.Errors errors = (text, isCounted) -> calls.fail(answered, text, isCounted);
    switch (outcome) {
      case LuaError error -> fail(error, errors);
      case LuaStopped stopped ->
          errors.fail("ERR " + stopped.getMessage() + placed(stopped.position()), false);
      case ScriptCalls.Killed killed -> killed(errors);
      case ScriptCalls.Undeclared killed -> killed(errors);
      case null, default ->
          new Answers(answered.reply(), errors, library.reply().isResp3()).write(outcome);
    }
    outcome = null;
  }

  private void killed(Answers.Errors errors) {
    errors.fail("ERR " + Scripts.killText(script.isFunction()), false);
  }

  private void fail(LuaError error, Answers.Errors errors) {
    boolean isCounted = false;
    String text;
    if (error.value() instanceof LuaTable table) {
      text = Texts.untilZero(table.get(LuaReply.ERR));
      isCounted = table.get(LuaReply.IGNORE) != null;
    } else {
      text = "ERR " + Texts.untilZero(error.value());
    }
    errors.fail(text + placed(error.position()), isCounted);
  }

  private String placed(LuaError.@Nullable Position place) {
    return place == null
        ? ""
        : " script: " + script.name() + ", on @" + place.chunkName() + ":" + place.line() + ".";
  }
}
