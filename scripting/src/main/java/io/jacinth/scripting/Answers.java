package io.jacinth.scripting;

import io.jacinth.lua.CFormat;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a script returns as the reply to its client. A number loses its fraction, a table
 * with one of the fields that {@link LuaReply} makes becomes that type, any other one a list up to
 * the first nil.
 */
final class Answers {
  /** How deeply tables may be nested: what C Lua's stack has room for. */
  private static final int DEEPEST = 7994;

  /** Significant digits of a double. */
  private static final int DIGITS = 17;

  /** Receives errors, which are also counted. */
  interface Errors {
    void fail(String text, boolean isCounted);
  }

  private final Reply reply;
  private final Errors errors;
  private final boolean isResp3;

  /**
   * @param isResp3 whether the script has asked for the types of RESP3, booleans among them
   */
  Answers(Reply reply, Errors errors, boolean isResp3) {
    this.reply = reply;
    this.errors = errors;
    this.isResp3 = isResp3;
  }

  void write(@Nullable Object value) {
    write(value, 0);
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case LuaString string -> reply.bulk(string.array(), string.length());
      case Boolean truth -> truth(truth);
      case Double number -> reply.integer(Conversions.toLong(number));
      case LuaTable table -> table(table, depth);
      case null -> reply.nil();
      default -> reply.nil();
    }
  }

  private void truth(boolean truth) {
    if (isResp3) {
      reply.bool(truth);
    } else if (truth) {
      reply.integer(1);
    } else {
      reply.nil();
    }
  }

  private void table(LuaTable table, int depth) {
    if (depth > DEEPEST) {
      errors.fail("ERR reached lua stack limit", false);
    } else if (table.get(LuaReply.ERR) instanceof LuaString text) {
      boolean isCounted = table.get(LuaReply.IGNORE) != null;
      errors.fail(Texts.untilZero(text), isCounted);
    } else if (table.get(LuaReply.OK) instanceof LuaString text) {
      reply.status(oneLine(text));
    } else if (table.get(LuaReply.DOUBLE) instanceof Double number) {
      reply.real(Slice.ofLatin1(CFormat.general(number, DIGITS)));
    } else if (table.get(LuaReply.MAP) instanceof LuaTable map) {
      map(map, depth);
    } else if (table.get(LuaReply.SET) instanceof LuaTable set) {
      set(set, depth);
    } else if (table.get(LuaReply.BIG_NUMBER) instanceof LuaString digits) {
      reply.bigNumber(Slice.ofLatin1(oneLine(digits)));
    } else if (table.get(LuaReply.VERBATIM) instanceof LuaTable parts && isVerbatim(parts)) {
      verbatim(parts);
    } else {
      list(table, depth);
    }
  }

  private static String oneLine(LuaString text) {
    return Texts.untilZero(text).replace('\r', ' ').replace('\n', ' ');
  }

  private static boolean isVerbatim(LuaTable parts) {
    return parts.get(LuaReply.STRING) instanceof LuaString
        && parts.get(LuaReply.FORMAT) instanceof LuaString;
  }

  private void verbatim(LuaTable parts) {
    LuaString text = Conversions.string(parts.get(LuaReply.STRING));
    String format = Texts.latin(parts.get(LuaReply.FORMAT));
    reply.verbatim((format + "   ").substring(0, 3), Texts.slice(text));
  }

  private void map(LuaTable map, int depth) {
    reply.map(size(map));
    for (int at = map.next(0); at > 0; at = map.next(at)) {
      write(map.keyAt(at), depth + 1);
      write(map.valueAt(at), depth + 1);
    }
  }

  private void set(LuaTable set, int depth) {
    reply.set(size(set));
    for (int at = set.next(0); at > 0; at = set.next(at)) {
      write(set.keyAt(at), depth + 1);
    }
  }

  private static int size(LuaTable table) {
    int size = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      size++;
    }
    return size;
  }

  private void list(LuaTable table, int depth) {
    int count = 0;
    while (table.getInt(count + 1) != null) {
      count++;
    }
    reply.array(count);
    for (int i = 1; i <= count; i++) {
      write(table.getInt(i), depth + 1);
    }
  }
}
