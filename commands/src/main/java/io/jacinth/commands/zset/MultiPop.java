package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ZsetValue;

/** The arguments of ZMPOP and BZMPOP. Made for one call. */
final class MultiPop {
  private final Call call;
  private final int first;
  private final int keys;
  private final boolean isMax;
  private final long count;

  private MultiPop(Call call, int first, int keys, boolean isMax, long count) {
    this.call = call;
    this.first = first;
    this.keys = keys;
    this.isMax = isMax;
    this.count = count;
  }

  /**
   * @param at the position of the number of keys
   */
  static MultiPop parse(Call call, int at) {
    long keys = call.integer(at, 1, Long.MAX_VALUE, "ERR numkeys should be greater than 0");
    if (keys >= call.count() - at - 1) {
      throw ErrorReply.SYNTAX.exception();
    }
    int where = at + 1 + (int) keys;
    if (!call.is(where, "MIN") && !call.is(where, "MAX")) {
      throw ErrorReply.SYNTAX.exception();
    }
    boolean isMax = call.is(where, "MAX");
    long count = -1;
    for (int i = where + 1; i < call.count(); i += 2) {
      if (count >= 0 || !call.is(i, "COUNT") || i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      count = call.integer(i + 1, 1, Long.MAX_VALUE, "ERR count should be greater than 0");
    }
    return new MultiPop(call, at + 1, (int) keys, isMax, count < 0 ? 1 : count);
  }

  int first() {
    return first;
  }

  int last() {
    return first + keys - 1;
  }

  /** Serves from the first key that has members; false where none has. */
  boolean serveAny() {
    for (int key = first; key <= last(); key++) {
      if (serve(key)) {
        return true;
      }
    }
    return false;
  }

  /** Answers the key at a position and members of it, if it has any. */
  boolean serve(int position) {
    Key key = call.key(position);
    ZsetValue set = call.database().zsetToChange(key);
    if (set == null) {
      return false;
    }
    long popped = Math.min(count, set.size());
    call.reply().array(2);
    call.reply().bulk(key.bytes());
    call.reply().array(popped);
    Pops.write(call, key, isMax).word(popped);
    Pops.pop(call, key, set, isMax, popped, true);
    return true;
  }
}
