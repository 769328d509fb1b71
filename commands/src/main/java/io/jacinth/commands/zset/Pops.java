package io.jacinth.commands.zset;

import io.jacinth.commands.Timeouts;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;

/** What the commands that take members of the lowest or the highest scores do. */
final class Pops {
  private Pops() {}

  /** {@code ZPOPMIN} and {@code ZPOPMAX}. */
  static void run(Call call, boolean isMax) {
    if (call.count() > 3) {
      throw ErrorReply.SYNTAX.exception();
    }
    boolean hasCount = call.count() == 3;
    long count =
        hasCount
            ? call.integer(2, 0, Long.MAX_VALUE, "ERR value is out of range, must be positive")
            : 1;
    ZsetValue set = call.database().zsetToChange(call.key(1));
    if (set == null || count == 0) {
      call.reply().array(0);
      return;
    }
    boolean isNested = hasCount && call.reply().isResp3();
    long popped = Math.min(count, set.size());
    call.reply().array(isNested ? popped : 2 * popped);
    pop(call, call.key(1), set, isMax, popped, isNested);
  }

  /** Answers so many members, which there are, with their scores, and removes them. */
  static void pop(Call call, Key key, ZsetValue set, boolean isMax, long count, boolean isNested) {
    Reply reply = call.reply();
    boolean is = set.at(isMax ? set.size() - 1 : 0);
    for (long i = 0; is && i < count; i++) {
      if (isNested) {
        reply.array(2);
      }
      set.member().writeTo(reply);
      reply.real(set.score());
      is = isMax ? set.previous() : set.next();
    }
    set.removeRange(isMax ? set.size() - count : 0, count);
    call.database().changed(key, isMax ? KeyEvent.ZPOPMAX : KeyEvent.ZPOPMIN, count);
  }

  /** Begins what is written down where a command pops from one of several keys. */
  static Propagation write(Call call, Key key, boolean isMax) {
    return call.propagation().instead(isMax ? "ZPOPMAX" : "ZPOPMIN").word(key.bytes());
  }

  /** {@code BZPOPMIN} and {@code BZPOPMAX}. */
  static void runBlocking(Call call, boolean isMax) {
    int last = call.count() - 2;
    long timeout = Timeouts.seconds(call, last + 1);
    for (int key = 1; key <= last; key++) {
      if (serve(call, key, isMax)) {
        return;
      }
    }
    call.block(timeout, 1, last);
  }

  /** Answers a key, a member and its score, if the key at a position has one. */
  static boolean serve(Call call, int position, boolean isMax) {
    Key key = call.key(position);
    ZsetValue set = call.database().zsetToChange(key);
    if (set == null) {
      return false;
    }
    call.reply().array(3);
    call.reply().bulk(key.bytes());
    write(call, key, isMax).word(1);
    pop(call, key, set, isMax, 1, false);
    return true;
  }
}
