package io.jacinth.scripting;

import io.jacinth.engine.Client;
import io.jacinth.engine.Conversation;
import io.jacinth.lua.Arguments;
import io.jacinth.lua.Debugger;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.Protection;
import io.jacinth.lua.Values;
import io.jacinth.lua.compiler.LuaCompiler;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One script that is debugged. It runs on a thread of its own, which stops at lines and waits for
 * what the client says; the client's loop hands that over ({@link Conversation}). Everything else
 * belongs to the script's thread.
 */
final class DebugSession implements Debugger, Conversation {
  /** What the client sends at most in one request: words, and bytes of a word. */
  private static final int MOST = 1024;

  /** After so many lines without a stop it is looked how long that has been. */
  private static final int LINES_BETWEEN_LOOKS = 256;

  private static final LuaString EVALUATED = LuaString.constant("@ldb_eval");
  private static final int USUAL_CONTEXT = 5;

  /** What the session's thread waits for. */
  private sealed interface Heard {
    record Words(List<String> words) implements Heard {}

    record Nonsense() implements Heard {}

    record End() implements Heard {}

    record Knock() implements Heard {}
  }

  private final Runner runner;
  private final Client client;
  private final Lua lua;
  private final long patienceNanos;
  private final BlockingQueue<Heard> inbox = new LinkedBlockingQueue<>();
  private final DebugLog log;
  private final Breakpoints lines;
  private final boolean isUndone;
  private @Nullable LuaTable globals;
  private boolean isStepping = true;
  private boolean isAsking;
  private boolean isBreakWanted;
  private int current;
  private int passed;
  private long wentOnNanos;

  /**
   * @param source the whole text of the script
   * @param patienceMillis how long the script runs by itself before it is stopped
   */
  DebugSession(Runner runner, Client client, Lua lua, byte[] source, long patienceMillis) {
    this.runner = runner;
    this.client = client;
    this.lua = lua;
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    this.log = new DebugLog(client);
    this.lines = new Breakpoints(new String(source, StandardCharsets.ISO_8859_1), log);
    this.isUndone = client.debugging() == Client.Debugging.UNDONE;
  }

  /** Whether nothing that the script changes is to stay. */
  boolean isUndone() {
    return isUndone;
  }

  /** The globals of the script, made when it begins. */
  LuaTable globals() {
    LuaTable known = globals;
    if (known == null) {
      known = runner.globalsFor(this);
      globals = known;
    }
    return known;
  }

  /** Writes what is left to be told, before the reply of the script. On the client's loop. */
  void end(Reply reply) {
    client.conversation(null);
    client.debugging(Client.Debugging.OFF);
    log.end(reply);
  }

  // ---------------------------------------------------------------- from the client's loop

  @Override
  public void hear(List<Slice> words) {
    boolean isSense =
        words.size() <= MOST
            && words.stream().allMatch(word -> word.length() > 0 && word.length() <= MOST);
    inbox.add(
        isSense
            ? new Heard.Words(words.stream().map(Slice::toString).toList())
            : new Heard.Nonsense());
  }

  @Override
  public void mishear() {
    inbox.add(new Heard.Nonsense());
  }

  @Override
  public void ended() {
    inbox.add(new Heard.End());
  }

  /** Has the session's thread look whether the script is to stop. From any thread. */
  void knock() {
    inbox.add(new Heard.Knock());
  }

  // ---------------------------------------------------------------- stopping

  @Override
  public void line(int line) {
    if (isAsking) {
      return;
    }
    runner.standAside();
    current = line;
    boolean isBreak = lines.isAt(line) || isBreakWanted;
    if (isStepping || isBreak) {
      stop(isBreak ? isBreakWanted ? "redis.breakpoint() called" : "break point" : "step over");
    } else if (++passed % LINES_BETWEEN_LOOKS == 0
        && runner.nanoTime() - wentOnNanos > patienceNanos) {
      if (!stop("timeout reached, infinite loop?")) {
        throw thrown("timeout during Lua debugging with client closing connection");
      }
    }
  }

  /** Stops at the current line; false where the client has gone. */
  private boolean stop(String reason) {
    isStepping = false;
    isBreakWanted = false;
    log.add("* Stopped at " + current + ", stop reason = " + reason);
    lines.show(current, current);
    log.send();
    isAsking = true;
    try {
      return ask();
    } finally {
      isAsking = false;
      wentOnNanos = runner.nanoTime();
    }
  }

  private boolean ask() {
    while (true) {
      switch (next()) {
        case Heard.Words(List<String> words) -> {
          if (goesOn(words)) {
            return true;
          }
          log.send();
        }
        case Heard.Nonsense nonsense -> throw thrown("protocol error");
        case Heard.Knock knock -> lua.poll();
        case Heard.End end -> {
          lines.clear();
          inbox.add(end);
          return false;
        }
      }
    }
  }

  private Heard next() {
    try {
      return inbox.take();
    } catch (InterruptedException e) {
      return new Heard.End();
    }
  }

  private LuaError thrown(String text) {
    return LuaError.thrownAtLine(Words.error(lua, "ERR " + text));
  }

  /** Does what the client says; whether the script is to go on then. */
  private boolean goesOn(List<String> words) {
    switch (words.get(0).toLowerCase(Locale.ROOT)) {
      case "s", "step", "n", "next" -> {
        isStepping = true;
        return true;
      }
      case "c", "continue" -> {
        return true;
      }
      case "a", "abort" -> throw thrown("script aborted for user request");
      case "h", "help" -> DebugHelp.LINES.forEach(log::add);
      case "t", "trace" -> trace();
      case "m", "maxlen" -> {
        if (words.size() == 2) {
          log.most(integer(words.get(1)));
        }
        log.addMost();
      }
      case "b", "break" -> lines.command(words, current);
      case "e", "eval" -> evaluate(String.join(" ", words.subList(1, words.size())));
      case "p", "print" -> print(words);
      case "l", "list" -> list(words);
      case "w", "whole" -> lines.list(1, 1_000_000, current);
      case "r", "redis" -> command(words);
      default -> unknown();
    }
    return false;
  }

  private void unknown() {
    log.add("<error> Unknown Redis Lua debugger command or wrong number of arguments.");
  }

  /** The number that a text begins with, 0 where it begins with none. */
  private static int integer(String text) {
    int end = text.startsWith("-") ? 1 : 0;
    while (end < text.length() && Character.isDigit(text.charAt(end)) && end < 10) {
      end++;
    }
    String digits = text.substring(0, end);
    return digits.isEmpty() || digits.equals("-") ? 0 : (int) Long.parseLong(digits);
  }

  // ---------------------------------------------------------------- looking

  private void list(List<String> words) {
    int around = words.size() > 1 ? integer(words.get(1)) : 0;
    int context = words.size() > 2 ? integer(words.get(2)) : USUAL_CONTEXT;
    lines.list(around > 0 ? around : current, context, current);
  }

  private void trace() {
    String relation = "In ";
    for (Frame frame : lua.frames()) {
      LuaString name = frame.name();
      log.add(relation + (name == null ? "top level" : Texts.latin(name)) + ":");
      lines.show(frame.line(), current);
      relation = "From ";
    }
  }

  private void print(List<String> words) {
    List<Frame> frames = lua.frames();
    if (words.size() == 2) {
      print(words.get(1), frames);
      return;
    }
    List<Variable> variables = frames.isEmpty() ? List.of() : frames.get(0).variables();
    for (Variable variable : variables) {
      String start = "<value> " + Texts.latin(variable.name()) + " = ";
      log.addTrimmed(start + DebugText.value(variable.value()));
    }
    if (variables.isEmpty()) {
      log.add("No local variables in the current context.");
    }
  }

  /** The first of that name, in the innermost function that has one. */
  private void print(String name, List<Frame> frames) {
    LuaString sought = Texts.lua(name);
    for (Frame frame : frames) {
      for (Variable variable : frame.variables()) {
        if (variable.name().equals(sought)) {
          log.addTrimmed("<value> " + DebugText.value(variable.value()));
          return;
        }
      }
    }
    if (name.equals("KEYS") || name.equals("ARGV")) {
      log.addTrimmed("<value> " + DebugText.value(globals().get(sought)));
    } else {
      log.add("No such variable.");
    }
  }

  // ---------------------------------------------------------------- doing

  private void evaluate(String code) {
    Object function;
    try {
      function = compiled(code);
    } catch (LuaError e) {
      log.add("<error> " + Texts.untilZero(e.value()));
      return;
    }
    @Nullable Object[] results = protectedly(function);
    Object result = results.length > 1 ? results[1] : null;
    if (Boolean.TRUE.equals(results[0])) {
      log.addTrimmed("<retval> " + DebugText.value(result));
    } else {
      Object error = result instanceof LuaTable table ? table.get(LuaReply.ERR) : result;
      log.add("<error> " + Texts.untilZero(error));
    }
  }

  /** An expression, or else statements. */
  private Object compiled(String code) {
    try {
      return LuaCompiler.compile(Texts.lua("return " + code), EVALUATED, lua);
    } catch (LuaError e) {
      return LuaCompiler.compile(Texts.lua(code), EVALUATED, lua);
    }
  }

  private void command(List<String> words) {
    if (words.size() == 1) {
      unknown();
      return;
    }
    @Nullable Object[] arguments =
        words.subList(1, words.size()).stream().map(Texts::lua).toArray();
    isStepping = true;
    Object unused =
        protectedly(
            lua.index(globals().get(LuaString.of("redis")), LuaString.of("call")), arguments);
    isStepping = false;
  }

  private @Nullable Object[] protectedly(@Nullable Object function, @Nullable Object... arguments) {
    return Values.all(Protection.call(lua, null, function, arguments));
  }

  // ---------------------------------------------------------------- from the script

  /** redis.breakpoint. */
  boolean wantBreak() {
    isBreakWanted = true;
    return true;
  }

  /** redis.debug. */
  Object debug(Arguments arguments) {
    StringBuilder line = new StringBuilder("<debug> line " + current + ": ");
    @Nullable Object[] values = arguments.array();
    for (int i = 0; i < values.length; i++) {
      line.append(i > 0 ? ", " : "").append(DebugText.value(values[i]));
    }
    log.add(line.toString());
    return Values.NONE;
  }

  /** A command is about to run. */
  void calls(Arguments arguments) {
    if (!isStepping) {
      return;
    }
    StringBuilder line = new StringBuilder("<redis>");
    @Nullable Object[] words = arguments.array();
    for (int i = 0; i < words.length; i++) {
      if (i == 10) {
        line.append(" ... (").append(words.length - i - 1).append(" more)");
        break;
      }
      line.append(' ').append(DebugText.word(words[i]));
    }
    log.add(line.toString());
  }

  /** A command was refused, or could not be asked for. */
  void refused(String text) {
    if (isStepping) {
      log.add("<error> " + (text.startsWith("ERR ") ? text.substring(4) : "-" + text));
    }
  }

  /** A command has answered. */
  void answered(@Nullable Object value, boolean isError) {
    if (!isStepping) {
      return;
    }
    if (isError && value instanceof LuaTable error) {
      log.add("<error> -" + Texts.latin(error.get(LuaReply.ERR)));
    }
    log.addTrimmed("<reply> " + DebugText.reply(value));
  }
}
