package io.jacinth.scripting;

import io.jacinth.engine.ScriptCalls;
import io.jacinth.lua.Arguments;
import io.jacinth.lua.CFormat;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The words of a command, from the arguments of redis.call. Owned by a runner. */
final class Words {
  private static final int DIGITS = 17;
  private static final double EXACT = 1e15;
  private static final int MOST_DIGITS = 20;

  private final ScriptCalls calls;
  private final byte[] digits = new byte[MOST_DIGITS];
  private final @Nullable LuaString[] keys = new LuaString[ScriptCalls.MOST_KNOWN];

  Words(ScriptCalls calls) {
    this.calls = calls;
  }

  /** The keys that the script declares, which its commands mostly name by the same objects. */
  void keys(LuaTable declared, int count) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = i < count && declared.getInt(i + 1) instanceof LuaString key ? key : null;
    }
  }

  /** Passes the arguments on; answers what is wrong with them, null if nothing is. */
  @Nullable String pass(Arguments arguments) {
    @Nullable Object[] words = arguments.array();
    if (words.length == 0) {
      return "ERR Please specify at least one argument for this redis lib call";
    }
    calls.start();
    for (Object word : words) {
      if (word instanceof LuaString string) {
        int key = keyOf(string);
        if (key >= 0) {
          calls.knownKey(key);
        }
        calls.word(string.array(), string.length());
      } else if (word instanceof Double number) {
        number(number);
      } else {
        return "ERR Lua redis lib command arguments must be strings or integers";
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // others are found out to be keys as well, but later
  private int keyOf(LuaString word) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == word) {
        return i;
      }
    }
    return -1;
  }

  private void number(double number) {
    long whole = (long) number;
    if (whole == number && Math.abs(number) < EXACT && whole != 0) {
      whole(whole);
    } else {
      byte[] text = CFormat.general(number, DIGITS).getBytes(StandardCharsets.ISO_8859_1);
      calls.word(text, text.length);
    }
  }

  private void whole(long number) {
    int at = MOST_DIGITS;
    long left = Math.abs(number);
    do {
      digits[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (number < 0) {
      digits[--at] = '-';
    }
    int length = MOST_DIGITS - at;
    System.arraycopy(digits, at, digits, 0, length);
    calls.word(digits, length);
  }

  /** The table of an error that arises in the library itself. */
  static LuaTable error(Lua lua, String text) {
    LuaTable table = lua.newTable(0, 1);
    table.put(LuaReply.ERR, Texts.lua(text));
    return table;
  }

  static LuaError thrown(Lua lua, String text) {
    return LuaError.thrown(error(lua, text));
  }
}
