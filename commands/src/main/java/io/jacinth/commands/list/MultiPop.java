package io.jacinth.commands.list;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ListValue;

/**
 * {@code numkeys key [key ...] LEFT|RIGHT [COUNT count]}, the arguments of LMPOP and BLMPOP from a
 * position on. A record of what was read, made once a call.
 */
record MultiPop(int firstKey, int lastKey, End end, long most) {
  /** Reads the arguments, all before any key is looked at. */
  static MultiPop of(Call call, int first) {
    long keys = call.integer(first, 1, Long.MAX_VALUE, "ERR numkeys should be greater than 0");
    if (keys >= call.count() - first - 1L) {
      throw ErrorReply.SYNTAX.exception();
    }
    int endAt = first + (int) keys + 1;
    return new MultiPop(first + 1, endAt - 1, End.of(call, endAt), count(call, endAt + 1));
  }

  private static long count(Call call, int first) {
    long most = 0;
    for (int i = first; i < call.count(); i++) {
      if (most != 0 || !call.is(i, "COUNT") || i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      most = call.integer(++i, 1, Long.MAX_VALUE, "ERR count should be greater than 0");
    }
    return Math.max(most, 1);
  }

  /** Answers from the first key that holds a list; false where none does. */
  boolean isServed(Call call) {
    for (int i = firstKey; i <= lastKey; i++) {
      if (isServed(call, i)) {
        return true;
      }
    }
    return false;
  }

  /** Answers the key at a position and elements of its list; false where there is none. */
  boolean isServed(Call call, int position) {
    Key key = call.key(position);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      return false;
    }
    call.reply().array(2);
    call.reply().bulk(key.bytes());
    call.propagation().instead(end.popCommand()).word(key.bytes()).word(most);
    Pops.answer(call, key, list, end, most);
    return true;
  }
}
