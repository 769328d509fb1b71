package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ZsetValue;

/** What the commands that remove a range do. */
final class Removals {
  private Removals() {}

  /** Removes the range between the arguments 2 and 3 and answers how many members that were. */
  static void run(Call call, RangeKind kind, KeyEvent event) {
    kind.check(call, 2);
    kind.check(call, 3);
    ZsetValue set = call.database().zsetToChange(call.key(1));
    if (set == null) {
      call.reply().integer(0);
      return;
    }
    long from = kind.from(call, set, 2);
    long count = Math.max(0, kind.to(call, set, 3) - from);
    if (count > 0) {
      set.removeRange(from, count);
      call.database().changed(call.key(1), event, count);
    }
    call.reply().integer(count);
  }

  /** Answers how many members there are between the arguments 2 and 3. */
  static void count(Call call, RangeKind kind) {
    kind.check(call, 2);
    kind.check(call, 3);
    ZsetValue set = call.database().zset(call.key(1));
    long count = set == null ? 0 : kind.to(call, set, 3) - kind.from(call, set, 2);
    call.reply().integer(Math.max(0, count));
  }
}
