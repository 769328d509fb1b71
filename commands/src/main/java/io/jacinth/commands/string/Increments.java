package io.jacinth.commands.string;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;

/** What INCR, INCRBY, DECR and DECRBY share. */
final class Increments {
  private Increments() {}

  /** Adds to the integer under the call's first key, keeps its deadline, answers the sum. */
  static void add(Call call, long delta) {
    Key key = call.key(1);
    long old = call.database().integerToChange(key);
    long sum = old + delta;
    if (((old ^ sum) & (delta ^ sum)) < 0) {
      throw ErrorReply.OVERFLOW.exception();
    }
    call.database().setInteger(key, sum, KeyEvent.INCRBY);
    call.reply().integer(sum);
  }
}
