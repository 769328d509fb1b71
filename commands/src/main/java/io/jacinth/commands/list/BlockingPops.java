package io.jacinth.commands.list;

import io.jacinth.commands.Timeouts;
import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ListValue;

/** What BLPOP and BRPOP have in common. */
final class BlockingPops {
  private BlockingPops() {}

  /** Serves from the first key that holds a list, or waits. The timeout is read before the keys. */
  static void run(Call call, End end) {
    int last = call.count() - 2;
    long timeout = Timeouts.seconds(call, last + 1);
    for (int i = 1; i <= last; i++) {
      if (isServed(call, i, end)) {
        return;
      }
    }
    call.block(timeout, 1, last);
  }

  /** Answers the key at a position and an element of its list; false where there is none. */
  static boolean isServed(Call call, int position, End end) {
    Key key = call.key(position);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      return false;
    }
    call.reply().array(2);
    call.reply().bulk(key.bytes());
    end.answer(list, call.reply(), 1);
    call.propagation().instead(end.popCommand()).word(key.bytes());
    Pops.drop(call, key, list, end, 1);
    return true;
  }
}
