package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.TableStatistics;

/** {@code DEBUG HTSTATS-KEY key [full]}: how full the table of a large collection is. */
final class DebugHtStatsKey {
  static final DebugWord WORD =
      new DebugWord(
          "HTSTATS-KEY",
          "<key> [full]",
          "Tells how full the table of a large collection is.",
          1,
          2,
          DebugHtStatsKey::run);

  private DebugHtStatsKey() {}

  private static void run(Call call) {
    Key key = call.keyNamed(call.argument(2));
    Entry entry = call.database().peek(key);
    if (entry == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    TableStatistics statistics = new TableStatistics();
    if (!statistics.addTable(call.database(), key, entry)) {
      throw new CommandException(
          "ERR The value stored at the specified key is not represented using an hash table");
    }
    call.reply().bulk(statistics.text());
  }
}
