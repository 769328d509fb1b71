package io.jacinth.scripting.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Userdata;
import io.jacinth.lua.Values;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** {@code cjson}: JSON as lua-cjson 2.1.0 in Redis reads and writes it. */
final class CjsonLibrary {
  /** What stands for JSON's null. */
  static final Userdata NULL =
      new Userdata(null) {
        @Override
        public boolean isNullPointer() {
          return true;
        }
      };

  private static final int MOST_DIGITS = 14;

  private final CjsonOptions options = new CjsonOptions();

  private CjsonLibrary() {}

  /** The library with options of its own. */
  static LuaTable table() {
    return new CjsonLibrary().newTable();
  }

  private LuaTable newTable() {
    LuaTable table = new LuaTable();
    add(table, "encode", this::encode);
    add(table, "decode", this::decode);
    add(table, "encode_sparse_array", this::sparseArrays);
    add(
        table,
        "encode_max_depth",
        number(() -> options.encodeDepth, n -> options.encodeDepth = n, Integer.MAX_VALUE));
    add(
        table,
        "decode_max_depth",
        number(() -> options.decodeDepth, n -> options.decodeDepth = n, Integer.MAX_VALUE));
    add(
        table,
        "encode_number_precision",
        number(() -> options.precision, n -> options.precision = n, MOST_DIGITS));
    add(table, "encode_keep_buffer", this::keepBuffer);
    add(
        table,
        "encode_invalid_numbers",
        invalid(
            () -> options.encodesInvalid,
            i -> options.encodesInvalid = i,
            CjsonOptions.Invalid.NULL));
    add(
        table,
        "decode_invalid_numbers",
        invalid(
            () -> options.decodesInvalid,
            i -> options.decodesInvalid = i,
            CjsonOptions.Invalid.ON));
    add(table, "new", (lua, arguments) -> table());
    table.put("null", NULL);
    table.put("_NAME", LuaString.constant("cjson"));
    table.put("_VERSION", LuaString.constant("2.1.0"));
    return table;
  }

  private static void add(LuaTable table, String name, NativeFunction.Body body) {
    table.put(name, new NativeFunction(body));
  }

  private Object encode(Lua lua, Arguments arguments) {
    expectOne(arguments);
    ByteSink out = new ByteSink(lua);
    new JsonWriter(lua, options, out).write(arguments.get(1), 0);
    return out.string();
  }

  private Object decode(Lua lua, Arguments arguments) {
    expectOne(arguments);
    return new JsonReader(lua, options, arguments.string(1)).read();
  }

  private static void expectOne(Arguments arguments) {
    if (arguments.size() != 1) {
      throw arguments.error(1, "expected 1 argument");
    }
  }

  // ---------------------------------------------------------------- options

  private static void expectAtMost(Arguments arguments, int count) {
    if (arguments.size() > count) {
      throw arguments.error(count + 1, "found too many arguments");
    }
  }

  private static NativeFunction.Body number(IntSupplier get, IntConsumer set, int most) {
    return (lua, arguments) -> {
      expectAtMost(arguments, 1);
      return number(arguments, 1, get, set, 1, most);
    };
  }

  private static Double number(
      Arguments arguments, int at, IntSupplier get, IntConsumer set, int least, int most) {
    if (!arguments.isNil(at)) {
      int value = arguments.integer(at);
      if (value < least || value > most) {
        throw arguments.error(1, "expected integer between " + least + " and " + most);
      }
      set.accept(value);
    }
    return (double) get.getAsInt();
  }

  private Object sparseArrays(Lua lua, Arguments arguments) {
    expectAtMost(arguments, 3);
    if (!arguments.isNil(1)) {
      options.convertsSparse = truth(arguments);
    }
    boolean converts = options.convertsSparse;
    Double ratio =
        number(
            arguments,
            2,
            () -> options.sparseRatio,
            n -> options.sparseRatio = n,
            0,
            Integer.MAX_VALUE);
    Double safe =
        number(
            arguments,
            3,
            () -> options.sparseSafe,
            n -> options.sparseSafe = n,
            0,
            Integer.MAX_VALUE);
    return Objects.requireNonNull(Values.of(converts, ratio, safe));
  }

  private Object keepBuffer(Lua lua, Arguments arguments) {
    expectAtMost(arguments, 1);
    if (!arguments.isNil(1)) {
      options.keepsBuffer = truth(arguments);
    }
    return options.keepsBuffer;
  }

  private static NativeFunction.Body invalid(
      Supplier<CjsonOptions.Invalid> get,
      Consumer<CjsonOptions.Invalid> set,
      CjsonOptions.Invalid last) {
    return (lua, arguments) -> {
      expectAtMost(arguments, 1);
      if (!arguments.isNil(1)) {
        set.accept(choice(arguments, last));
      }
      CjsonOptions.Invalid chosen = get.get();
      return chosen == CjsonOptions.Invalid.NULL
          ? LuaString.constant("null")
          : (Object) (chosen == CjsonOptions.Invalid.ON);
    };
  }

  private static boolean truth(Arguments arguments) {
    return choice(arguments, CjsonOptions.Invalid.ON) == CjsonOptions.Invalid.ON;
  }

  /** The first argument: a boolean, or one of the words up to the last that is possible. */
  private static CjsonOptions.Invalid choice(Arguments arguments, CjsonOptions.Invalid last) {
    if (arguments.get(1) instanceof Boolean truth) {
      return truth ? CjsonOptions.Invalid.ON : CjsonOptions.Invalid.OFF;
    }
    String word = arguments.string(1).toString();
    for (CjsonOptions.Invalid each : CjsonOptions.Invalid.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word) && each.compareTo(last) <= 0) {
        return each;
      }
    }
    throw arguments.error(1, "invalid option '" + word + "'");
  }
}
