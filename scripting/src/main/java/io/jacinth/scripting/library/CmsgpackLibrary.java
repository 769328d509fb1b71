package io.jacinth.scripting.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.lua.NativeFunction;
import io.jacinth.lua.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cmsgpack}: MessagePack, as lua-cmsgpack 0.4.0 writes and reads it. */
final class CmsgpackLibrary {
  /** As many values as C Lua's stack has room for. */
  private static final int MOST_RESULTS = 7999;

  private CmsgpackLibrary() {}

  static LuaTable table() {
    LuaTable table = new LuaTable();
    table.put("pack", new NativeFunction(CmsgpackLibrary::pack));
    table.put("unpack", new NativeFunction(CmsgpackLibrary::unpack));
    table.put("unpack_one", new NativeFunction(CmsgpackLibrary::unpackOne));
    table.put("unpack_limit", new NativeFunction(CmsgpackLibrary::unpackLimit));
    table.put("_NAME", LuaString.constant("cmsgpack"));
    table.put("_VERSION", LuaString.constant("lua-cmsgpack 0.4.0"));
    table.put("_COPYRIGHT", LuaString.constant("Copyright (C) 2012, Salvatore Sanfilippo"));
    table.put("_DESCRIPTION", LuaString.constant("MessagePack C implementation for Lua"));
    return table;
  }

  private static Object pack(Lua lua, Arguments arguments) {
    if (arguments.size() == 0) {
      throw arguments.error(0, "MessagePack pack needs input.");
    }
    ByteSink out = new ByteSink(lua);
    MessagePackWriter writer = new MessagePackWriter(lua, out);
    for (Object value : arguments.array()) {
      writer.write(value, 0);
    }
    return out.string();
  }

  private static @Nullable Object unpack(Lua lua, Arguments arguments) {
    return unpack(lua, arguments.string(1), 0, 0);
  }

  private static @Nullable Object unpackOne(Lua lua, Arguments arguments) {
    long offset = (int) arguments.whole(2, 0);
    return unpack(lua, arguments.string(1), 1, offset);
  }

  private static @Nullable Object unpackLimit(Lua lua, Arguments arguments) {
    long limit = (int) arguments.whole(2);
    long offset = (int) arguments.whole(3, 0);
    return unpack(lua, arguments.string(1), limit, offset);
  }

  /** So many values from an offset on, all if both are zero; then where to go on comes first. */
  private static @Nullable Object unpack(Lua lua, LuaString data, long limit, long offset) {
    if (offset < 0 || limit < 0) {
      throw LuaError.of(
          "Invalid request to unpack with offset of %d and limit of %d."
              .formatted(offset, data.length()));
    }
    if (offset > data.length()) {
      throw LuaError.of(
          "Start offset %d greater than input length %d.".formatted(offset, data.length()));
    }
    boolean isWhole = limit == 0 && offset == 0;
    MessagePackReader reader = new MessagePackReader(lua, data, (int) offset);
    List<@Nullable Object> values = new ArrayList<>();
    while (reader.hasMore() && (isWhole || values.size() < limit)) {
      values.add(reader.read());
      if (values.size() > MOST_RESULTS) {
        throw LuaError.of(
            "stack overflow (too many return values at once; use unpack_one or unpack_limit"
                + " instead.)");
      }
    }
    if (!isWhole && values.size() == MOST_RESULTS) {
      throw LuaError.of("stack overflow (in function mp_unpack_full)");
    }
    if (!isWhole) {
      values.addFirst((double) (reader.hasMore() ? reader.position() : -1));
    }
    return Values.of(values.toArray());
  }
}
