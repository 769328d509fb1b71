package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.TableStatistics;

/** {@code DEBUG HTSTATS database [full]}: how full the tables of a database are. */
final class DebugHtStats {
  static final DebugWord WORD =
      new DebugWord(
          "HTSTATS",
          "<database> [full]",
          "Tells how full the tables of a database are.",
          1,
          2,
          DebugHtStats::run);

  private DebugHtStats() {}

  private static void run(Call call) {
    long index = call.integer(2);
    if (index < 0 || index >= call.engine().partitions().databases()) {
      throw new CommandException("ERR Out of range database");
    }
    TableStatistics keys = new TableStatistics();
    TableStatistics deadlines = new TableStatistics();
    keys.addKeys(call.engine().partitions(), (int) index);
    deadlines.addDeadlines(call.engine().partitions(), (int) index);
    call.reply().bulk("[Dictionary HT]\n" + keys.text() + "[Expires HT]\n" + deadlines.text());
  }
}
