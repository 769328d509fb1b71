package io.jacinth.lua;

import io.jacinth.lua.compiler.LuaCompiler;
import io.jacinth.lua.library.Libraries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Just enough of what Redis puts around scripts to compare replies with it: guarded globals, the
 * conversion of results, the texts around errors. Replies are Java objects: a string's bytes as
 * Latin-1, ":1" for integers, "-…" for errors, lists, null.
 */
final class Sandbox {
  private static final LuaString NAME = LuaString.of("user_script");

  private Sandbox() {}

  static Lua instance() {
    return instance(MemoryBudget.ofAllocations(1L << 28));
  }

  static Lua instance(MemoryBudget memory) {
    Lua lua = new Lua(memory, 300_000);
    LuaTable globals = new LuaTable();
    Libraries.install(globals);
    globals.put("_G", globals);
    globals.put("KEYS", new LuaTable());
    globals.put("ARGV", new LuaTable());
    LuaTable guard = new LuaTable();
    guard.put("__index", new NativeFunction(Sandbox::nonexistent));
    globals.setMetatable(guard.freeze());
    globals.freeze();
    lua.setGlobals(globals);
    lua.setStringMetatable(Libraries.stringMetatable());
    return lua;
  }

  private static Object nonexistent(Lua lua, Arguments arguments) {
    throw LuaError.of(
        "Script attempted to access nonexistent global variable '"
            + Conversions.text(arguments.get(2))
            + "'");
  }

  /** The reply to EVAL of a script. */
  static Object eval(String script) {
    return eval(instance(), script);
  }

  static Object eval(Lua lua, String script) {
    byte[] source = script.getBytes(StandardCharsets.ISO_8859_1);
    LuaFunction function;
    try {
      function = LuaCompiler.compile(LuaString.wrap(source), NAME);
    } catch (LuaError e) {
      return "-ERR Error compiling script (new function): " + latin(e.value());
    }
    try {
      return reply(Values.first(lua.run(function)), 0);
    } catch (LuaError e) {
      String line = e.position() == null ? "" : e.position().source() + ":" + e.position().line();
      Object value =
          e.value() instanceof LuaTable table ? table.get(LuaString.of("err")) : e.value();
      String prefix = e.value() instanceof LuaTable ? "-" : "-ERR ";
      return oneLine(prefix + latin(value) + " script: " + sha(source) + ", on " + line + ".");
    }
  }

  private static Object reply(Object value, int depth) {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth ? ":1" : null;
      case Double number -> ":" + Conversions.toLong(number);
      case LuaString string -> latin(string);
      case LuaTable table -> table(table, depth);
      default -> null;
    };
  }

  private static Object table(LuaTable table, int depth) {
    if (table.get(LuaString.of("err")) instanceof LuaString text) {
      return oneLine("-" + latin(text));
    }
    if (table.get(LuaString.of("ok")) instanceof LuaString text) {
      return oneLine("+" + latin(text));
    }
    List<Object> list = new ArrayList<>();
    for (int i = 1; table.getInt(i) != null && depth < 100; i++) {
      list.add(reply(table.getInt(i), depth + 1));
    }
    return list;
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }

  private static String latin(Object value) {
    LuaString string = Conversions.string(value);
    return new String(string.array(), 0, string.length(), StandardCharsets.ISO_8859_1);
  }

  private static String sha(byte[] source) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
