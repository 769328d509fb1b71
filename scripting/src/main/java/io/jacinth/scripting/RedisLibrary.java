package io.jacinth.scripting;

import io.jacinth.engine.Engine;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.log.LogLevel;
import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import org.jspecify.annotations.Nullable;

/** The table {@code redis}, also known as {@code server}, of one runner. */
final class RedisLibrary {
  private static final int REPLICATE_TO_LOG = 1;
  private static final int REPLICATE_TO_REPLICAS = 2;
  private static final int REPLICATE_TO_ALL = REPLICATE_TO_LOG | REPLICATE_TO_REPLICAS;
  private static final LogLevel[] LEVELS = {
    LogLevel.DEBUG, LogLevel.VERBOSE, LogLevel.NOTICE, LogLevel.WARNING
  };

  private final Runner runner;
  private final Words words;
  private final LuaReply reply;
  private final CommandNames names;

  RedisLibrary(Runner runner, Lua lua) {
    this.runner = runner;
    this.words = new Words(runner.calls());
    this.reply = new LuaReply(lua);
    this.names = new CommandNames(runner.calls());
  }

  /** What becomes of a command's arguments. */
  Words words() {
    return words;
  }

  /** What the reply of a command is to the script. */
  LuaReply reply() {
    return reply;
  }

  /** Where redis.log goes. */
  interface Log {
    void log(LogLevel level, String line);
  }

  /** The table as scripts have it. */
  LuaTable table() {
    LuaTable table = common();
    add(table, "replicate_commands", (lua, arguments) -> true);
    add(table, "breakpoint", (lua, arguments) -> false);
    add(table, "debug", (lua, arguments) -> Values.NONE);
    return table.freeze();
  }

  /** The table as a script has it that is debugged. */
  LuaTable tableFor(DebugSession session) {
    LuaTable table = common();
    add(table, "call", (lua, arguments) -> call(lua, arguments, session));
    add(table, "pcall", (lua, arguments) -> pcall(lua, arguments, session));
    add(table, "replicate_commands", (lua, arguments) -> true);
    add(table, "breakpoint", (lua, arguments) -> session.wantBreak());
    add(table, "debug", (lua, arguments) -> session.debug(arguments));
    return table.freeze();
  }

  /** The table as functions have it. */
  LuaTable functionTable() {
    return common().freeze();
  }

  private LuaTable common() {
    LuaTable table = new LuaTable();
    add(table, "call", this::call);
    add(table, "pcall", this::pcall);
    add(table, "log", (lua, arguments) -> log(lua, arguments, runner::log));
    add(table, "setresp", this::setResp);
    add(table, "error_reply", RedisLibrary::errorReply);
    add(table, "status_reply", RedisLibrary::statusReply);
    add(table, "sha1hex", RedisLibrary::sha1Hex);
    add(table, "set_repl", this::setRepl);
    add(table, "acl_check_cmd", this::aclCheckCommand);
    addConstants(table);
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  static void addLevels(LuaTable table) {
    for (int i = 0; i < LEVELS.length; i++) {
      table.put("LOG_" + LEVELS[i].name(), (double) i);
    }
  }

  private static void addConstants(LuaTable table) {
    addLevels(table);
    table.put("REPL_NONE", 0.0);
    table.put("REPL_AOF", (double) REPLICATE_TO_LOG);
    table.put("REPL_SLAVE", (double) REPLICATE_TO_REPLICAS);
    table.put("REPL_REPLICA", (double) REPLICATE_TO_REPLICAS);
    table.put("REPL_ALL", (double) REPLICATE_TO_ALL);
    table.put("REDIS_VERSION", LuaString.constant(Engine.REDIS_VERSION));
    table.put("REDIS_VERSION_NUM", (double) versionNumber());
  }

  static int versionNumber() {
    int number = 0;
    for (String part : Engine.REDIS_VERSION.split("\\.")) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  // ---------------------------------------------------------------- commands

  private @Nullable Object call(Lua lua, Arguments arguments) {
    Object value = pcall(lua, arguments);
    if (reply.isError()) {
      throw LuaError.thrown(value);
    }
    return value;
  }

  private @Nullable Object pcall(Lua lua, Arguments arguments) {
    reply.begin();
    String mistake = words.pass(arguments);
    if (mistake != null) {
      reply.isError(true);
      return Words.error(lua, mistake);
    }
    runner.calledCommand();
    String refusal = runner.calls().run(names.find(arguments.get(1)), reply);
    if (refusal != null) {
      reply.error(refusal);
    }
    return reply.value();
  }

  private @Nullable Object call(Lua lua, Arguments arguments, DebugSession session) {
    Object value = pcall(lua, arguments, session);
    if (reply.isError()) {
      throw LuaError.thrown(value);
    }
    return value;
  }

  private @Nullable Object pcall(Lua lua, Arguments arguments, DebugSession session) {
    reply.begin();
    String mistake = words.pass(arguments);
    if (mistake != null) {
      session.refused(mistake);
      reply.isError(true);
      return Words.error(lua, mistake);
    }
    session.calls(arguments);
    runner.calledCommand();
    String refusal = runner.calls().run(names.find(arguments.get(1)), reply);
    if (refusal != null) {
      session.refused(refusal);
      reply.error(refusal);
    } else {
      session.answered(reply.value(), reply.isError());
    }
    return reply.value();
  }

  private @Nullable Object aclCheckCommand(Lua lua, Arguments arguments) {
    String mistake = words.pass(arguments);
    if (mistake != null) {
      throw Words.thrown(lua, mistake);
    }
    RegisteredCommand command = runner.calls().find();
    if (command == null) {
      throw Words.thrown(lua, "ERR Invalid command passed to redis.acl_check_cmd()");
    }
    return runner.calls().isAllowed(command);
  }

  // ---------------------------------------------------------------- replies

  private static Object errorReply(Lua lua, Arguments arguments) {
    if (arguments.size() != 1 || !(arguments.get(1) instanceof LuaString given)) {
      return wrong(lua);
    }
    String text = Texts.untilZero(given);
    if (!text.startsWith("-")) {
      text = text.contains(" ") ? text : "ERR " + text;
    } else {
      text = text.contains(" ") ? text.substring(1) : "ERR " + text.substring(1);
    }
    return Words.error(lua, text);
  }

  private static Object statusReply(Lua lua, Arguments arguments) {
    if (arguments.size() != 1 || !(arguments.get(1) instanceof LuaString text)) {
      return wrong(lua);
    }
    LuaTable table = lua.newTable(0, 1);
    table.put(LuaReply.OK, text);
    return table;
  }

  private static LuaTable wrong(Lua lua) {
    return Words.error(lua, "ERR wrong number or type of arguments");
  }

  // ---------------------------------------------------------------- the rest

  private static Object sha1Hex(Lua lua, Arguments arguments) {
    if (arguments.size() != 1) {
      throw Words.thrown(lua, "ERR wrong number of arguments");
    }
    LuaString text = Conversions.toText(arguments.get(1));
    return LuaString.of(Digest.hex(text == null ? new byte[0] : text.toBytes()));
  }

  static Object log(Lua lua, Arguments arguments, Log target) {
    if (arguments.size() < 2) {
      throw Words.thrown(lua, "ERR redis.log() requires two arguments or more.");
    }
    Double level = Conversions.toNumber(arguments.get(1));
    if (level == null) {
      throw Words.thrown(lua, "ERR First argument must be a number (log level).");
    }
    int number = Conversions.toInt(level);
    if (number < 0 || number >= LEVELS.length) {
      throw Words.thrown(lua, "ERR Invalid debug level.");
    }
    StringBuilder line = new StringBuilder();
    for (Object part : arguments.from(2)) {
      LuaString text = Conversions.toText(part);
      if (text != null) {
        line.append(line.isEmpty() ? "" : " ").append(Texts.latin(text));
      }
    }
    target.log(LEVELS[number], line.toString());
    return Values.NONE;
  }

  private Object setResp(Lua lua, Arguments arguments) {
    if (arguments.size() != 1) {
      throw Words.thrown(lua, "ERR redis.setresp() requires one argument.");
    }
    int number = integer(arguments);
    if (number != 2 && number != 3) {
      throw Words.thrown(lua, "ERR RESP version must be 2 or 3.");
    }
    reply.resp3(number == 3);
    return Values.NONE;
  }

  private Object setRepl(Lua lua, Arguments arguments) {
    if (arguments.size() != 1) {
      throw Words.thrown(lua, "ERR redis.set_repl() requires two arguments.");
    }
    int number = integer(arguments);
    if ((number & ~REPLICATE_TO_ALL) != 0) {
      throw Words.thrown(
          lua, "ERR Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE.");
    }
    runner.calls().mute((number & REPLICATE_TO_LOG) == 0);
    return Values.NONE;
  }

  /** The first argument, 0 where it is no number. */
  private static int integer(Arguments arguments) {
    Double number = Conversions.toNumber(arguments.get(1));
    return number == null ? 0 : Conversions.toInt(number);
  }
}
