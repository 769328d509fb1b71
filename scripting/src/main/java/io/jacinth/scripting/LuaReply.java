package io.jacinth.scripting;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command's reply as a value of Lua: a status or error is a table with one field, a list a
 * table from 1 on, an absent value false; with {@code setresp(3)} maps, sets and other types of
 * RESP3 are tables with one field, and an absent value is nil. Owned by a runner and reused.
 */
final class LuaReply implements Reply {
  static final LuaString ERR = LuaString.constant("err");
  static final LuaString OK = LuaString.constant("ok");
  static final LuaString IGNORE = LuaString.constant("ignore_error_stats_update");
  static final LuaString DOUBLE = LuaString.constant("double");
  static final LuaString MAP = LuaString.constant("map");
  static final LuaString SET = LuaString.constant("set");
  static final LuaString BIG_NUMBER = LuaString.constant("big_number");
  static final LuaString VERBATIM = LuaString.constant("verbatim_string");
  static final LuaString STRING = LuaString.constant("string");
  static final LuaString FORMAT = LuaString.constant("format");
  private static final LuaString DONE = LuaString.constant("OK");

  /** Elements for which room is made before they come. */
  private static final int MOST_ROOM = 1 << 16;

  private enum Kind {
    ARRAY,
    MAP,
    SET
  }

  /** An aggregate that is being filled. */
  private static final class Frame {
    final Kind kind;
    final LuaTable table;
    long left;
    int index;
    @Nullable Object key;
    boolean hasKey;

    Frame(Kind kind, LuaTable table, long left) {
      this.kind = kind;
      this.table = table;
      this.left = left;
    }

    void add(@Nullable Object value) {
      left--;
      switch (kind) {
        case ARRAY -> table.putInt(++index, value);
        case SET -> put(value, Boolean.TRUE);
        case MAP -> {
          if (hasKey) {
            put(key, value);
          } else {
            key = value;
          }
          hasKey = !hasKey;
        }
      }
    }

    private void put(@Nullable Object newKey, @Nullable Object value) {
      if (newKey != null) {
        table.put(newKey, value);
      }
    }
  }

  private final Lua lua;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private boolean isResp3;
  private boolean isError;
  private @Nullable Object value;

  LuaReply(Lua lua) {
    this.lua = lua;
  }

  /** Chooses the protocol whose types the script gets. */
  void resp3(boolean newIsResp3) {
    isResp3 = newIsResp3;
  }

  /** Before a reply. */
  void begin() {
    if (!frames.isEmpty()) {
      frames.clear();
    }
    isError = false;
    value = null;
  }

  /** The whole reply. */
  @Nullable Object value() {
    return value;
  }

  /** Whether the reply is an error. */
  boolean isError() {
    return isError;
  }

  /** Says that the reply is an error, or not. */
  void isError(boolean newIsError) {
    isError = newIsError;
  }

  private void take(@Nullable Object part) {
    Frame frame = frames.peek();
    if (frame == null) {
      value = part;
      return;
    }
    frame.add(part);
    while (frame != null && frame.left == 0) {
      frames.pop();
      frame = frames.peek();
    }
  }

  private void open(Kind kind, LuaTable outer, LuaTable table, long parts) {
    take(outer);
    if (parts > 0) {
      frames.push(new Frame(kind, table, parts));
    }
  }

  private LuaTable single(LuaString field, @Nullable Object content) {
    LuaTable table = lua.newTable(0, 1);
    table.put(field, content);
    return table;
  }

  @Override
  public void ok() {
    take(single(OK, DONE));
  }

  @Override
  public void status(String text) {
    take(single(OK, Texts.lua(text)));
  }

  @Override
  public void error(String text) {
    isError = frames.isEmpty();
    take(error(lua, text));
  }

  /** The table that stands for an error which is counted already. */
  static LuaTable error(Lua lua, String text) {
    LuaTable table = lua.newTable(0, 2);
    table.put(ERR, Texts.lua(text.replace('\r', ' ').replace('\n', ' ')));
    table.put(IGNORE, Boolean.TRUE);
    return table;
  }

  @Override
  public void integer(long number) {
    take((double) number);
  }

  @Override
  public void bulk(Slice bytes) {
    take(lua.newString(bytes.toBytes()));
  }

  @Override
  public void bulk(byte[] bytes, int length) {
    take(lua.newString(Arrays.copyOf(bytes, length)));
  }

  @Override
  public void bulk(String text) {
    take(LuaString.of(text));
  }

  @Override
  public void bulkInteger(long number) {
    take(Texts.lua(Long.toString(number)));
  }

  @Override
  public void nil() {
    take(isResp3 ? null : Boolean.FALSE);
  }

  @Override
  public void nilArray() {
    nil();
  }

  @Override
  public void array(long count) {
    LuaTable table = lua.newTable((int) Math.min(count, MOST_ROOM), 0);
    open(Kind.ARRAY, table, table, count);
  }

  @Override
  public void map(long count) {
    if (isResp3) {
      LuaTable table = lua.newTable(0, (int) Math.min(count, MOST_ROOM));
      open(Kind.MAP, single(MAP, table), table, 2 * count);
    } else {
      array(2 * count);
    }
  }

  @Override
  public void set(long count) {
    if (isResp3) {
      LuaTable table = lua.newTable(0, (int) Math.min(count, MOST_ROOM));
      open(Kind.SET, single(SET, table), table, count);
    } else {
      array(count);
    }
  }

  @Override
  public void push(long count) {
    array(count);
  }

  @Override
  public void real(double number) {
    take(isResp3 ? single(DOUBLE, number) : Texts.lua(Decimals.shortest(number)));
  }

  @Override
  public void real(Slice digits) {
    if (isResp3) {
      take(single(DOUBLE, Double.parseDouble(digits.toString())));
    } else {
      bulk(digits);
    }
  }

  @Override
  public void bool(boolean truth) {
    take(isResp3 ? (Object) truth : (Object) (truth ? 1.0 : 0.0));
  }

  @Override
  public void verbatim(String format, Slice text) {
    if (!isResp3) {
      bulk(text);
      return;
    }
    LuaTable parts = lua.newTable(0, 2);
    parts.put(FORMAT, LuaString.of(format));
    parts.put(STRING, lua.newString(text.toBytes()));
    take(single(VERBATIM, parts));
  }

  @Override
  public boolean isResp3() {
    return isResp3;
  }
}
