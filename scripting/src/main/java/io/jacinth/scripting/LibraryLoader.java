package io.jacinth.scripting;

import io.jacinth.engine.Engine;
import io.jacinth.engine.error.CommandException;
import io.jacinth.lua.Arguments;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaStopped;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.MemoryBudget;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import io.jacinth.lua.compiler.LuaCompiler;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the code of one library, which registers functions and can do little else: it finds nothing
 * but {@code redis.register_function}, {@code redis.log} and constants. Used once.
 */
final class LibraryLoader {
  private static final LuaString CHUNK = LuaString.constant("user_function");
  private static final long MOST_BYTES = 64L << 20;
  private static final int STACK_BYTES = 8 << 20;
  private static final String REGISTER = "redis.register_function";

  private final RedisLibrary.Log log;
  private final Lua lua = new Lua(MemoryBudget.ofAllocations(MOST_BYTES), STACK_BYTES);
  private final List<FunctionLibrary.Function> functions = new ArrayList<>();

  /** Whether the code has run: a function of it may have kept what registers functions. */
  private boolean isLoaded;

  LibraryLoader(RedisLibrary.Log log) {
    this.log = log;
  }

  /** The instance that runs the code, for who must end it. */
  Lua lua() {
    return lua;
  }

  FunctionLibrary load(Slice code) {
    String text = code.toString();
    LibraryHeader header = LibraryHeader.of(text);
    LuaTable globals = new LuaTable();
    globals.put("redis", redis());
    globals.put("server", globals.get(LuaString.constant("redis")));
    Globals.guard(globals);
    lua.setGlobals(globals.freeze());
    run(compiled(text.substring(header.length())));
    isLoaded = true;
    if (functions.isEmpty()) {
      throw new CommandException("ERR No functions registered");
    }
    return new FunctionLibrary(header.name(), Slice.of(code.toBytes()), List.copyOf(functions));
  }

  private static LuaFunction compiled(String text) {
    try {
      return LuaCompiler.compile(Texts.lua(text), CHUNK);
    } catch (LuaError e) {
      throw new CommandException("ERR Error compiling function: " + Texts.latin(e.value()));
    }
  }

  private void run(LuaFunction code) {
    try {
      Object unused = lua.run(code);
    } catch (LuaError e) {
      String text =
          e.value() instanceof LuaTable table
              ? Texts.untilZero(table.get(LuaReply.ERR))
              : "ERR " + Texts.untilZero(e.value());
      throw new CommandException("ERR Error registering functions: " + text);
    } catch (LuaStopped e) {
      throw new CommandException("ERR Error registering functions: ERR " + e.getMessage());
    }
  }

  private LuaTable redis() {
    LuaTable table = new LuaTable();
    table.put("register_function", new NativeFunction(this::register));
    table.put("log", new NativeFunction((l, arguments) -> RedisLibrary.log(l, arguments, log)));
    RedisLibrary.addLevels(table);
    table.put("REDIS_VERSION", LuaString.constant(Engine.REDIS_VERSION));
    table.put("REDIS_VERSION_NUM", (double) RedisLibrary.versionNumber());
    Globals.guard(table);
    return table.freeze();
  }

  // ---------------------------------------------------------------- redis.register_function

  /** What a library says of a function. */
  private static final class Declaration {
    @Nullable String name;
    @Nullable String description;
    @Nullable LuaFunction callback;
    Set<ScriptFlag> flags = EnumSet.noneOf(ScriptFlag.class);
  }

  private Object register(Lua running, Arguments arguments) {
    if (isLoaded) {
      throw Words.thrown(
          running, "ERR " + REGISTER + " can only be called on FUNCTION LOAD command");
    }
    Declaration declared =
        switch (arguments.size()) {
          case 1 -> named(arguments.get(1));
          case 2 -> plain(arguments);
          default -> throw wrong("wrong number of arguments to " + REGISTER);
        };
    String name = declared.name;
    LuaFunction callback = declared.callback;
    if (name == null) {
      throw wrong(REGISTER + " must get a function name argument");
    }
    if (callback == null) {
      throw wrong(REGISTER + " must get a callback argument");
    }
    if (!LibraryHeader.isName(name)) {
      throw Words.thrown(lua, LibraryHeader.NAME_RULE);
    }
    if (functions.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
      throw wrong("Function already exists in the library");
    }
    Script script = Script.ofLibrary(name, callback, declared.flags);
    functions.add(new FunctionLibrary.Function(name, declared.description, script));
    return Values.NONE;
  }

  private Declaration plain(Arguments arguments) {
    Declaration declared = new Declaration();
    declared.name = text(arguments.get(1), "first argument to " + REGISTER + " must be a string");
    if (!(arguments.get(2) instanceof LuaFunction function)) {
      throw wrong("second argument to " + REGISTER + " must be a function");
    }
    declared.callback = function;
    return declared;
  }

  private Declaration named(@Nullable Object argument) {
    if (!(argument instanceof LuaTable table)) {
      throw wrong(
          "calling "
              + REGISTER
              + " with a single argument is only applicable to Lua table (representing named"
              + " arguments).");
    }
    Declaration declared = new Declaration();
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      String key =
          text(table.keyAt(at), "named argument key given to " + REGISTER + " is not a string");
      take(declared, key.toLowerCase(Locale.ROOT), table.valueAt(at));
    }
    return declared;
  }

  private void take(Declaration declared, String key, @Nullable Object value) {
    switch (key) {
      case "function_name" -> declared.name = text(value, mustBe(key, "a string"));
      case "description" -> declared.description = text(value, mustBe(key, "a string"));
      case "callback" -> {
        if (!(value instanceof LuaFunction function)) {
          throw wrong(mustBe(key, "a function"));
        }
        declared.callback = function;
      }
      case "flags" -> {
        if (!(value instanceof LuaTable names)) {
          throw wrong(
              "flags argument to " + REGISTER + " must be a table representing function flags");
        }
        declared.flags = flags(names);
      }
      default -> throw wrong("unknown argument given to " + REGISTER);
    }
  }

  private static String mustBe(String key, String what) {
    return key + " argument given to " + REGISTER + " must be " + what;
  }

  private Set<ScriptFlag> flags(LuaTable names) {
    Set<ScriptFlag> flags = EnumSet.noneOf(ScriptFlag.class);
    for (int i = 1; names.getInt(i) != null; i++) {
      ScriptFlag flag =
          names.getInt(i) instanceof LuaString name ? ScriptFlag.of(name.toString()) : null;
      if (flag == null) {
        throw wrong("unknown flag given");
      }
      flags.add(flag);
    }
    return flags;
  }

  private String text(@Nullable Object value, String otherwise) {
    LuaString text = Conversions.toText(value);
    if (text == null) {
      throw wrong(otherwise);
    }
    return Texts.latin(text);
  }

  private LuaError wrong(String what) {
    return Words.thrown(lua, "ERR " + what);
  }
}
