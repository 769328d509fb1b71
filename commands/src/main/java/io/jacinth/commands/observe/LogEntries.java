package io.jacinth.commands.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.observe.CommandLog;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;

/** How entries of a command log are asked for and answered. */
final class LogEntries {
  private static final long ALL = -1;
  private static final int FIELDS = 6;

  private LogEntries() {}

  /** How many entries are asked for by the argument at a position; -1 asks for all. */
  static long count(Call call, int index) {
    long count =
        call.integer(index, ALL, Long.MAX_VALUE, "ERR count should be greater than or equal to -1");
    return count == ALL ? Long.MAX_VALUE : count;
  }

  /** Answers so many entries, the newest first. */
  static void answer(Reply reply, CommandLog log, long count) {
    List<CommandLog.Entry> entries = log.newest(count);
    reply.array(entries.size());
    entries.forEach(entry -> answer(reply, entry));
  }

  private static void answer(Reply reply, CommandLog.Entry entry) {
    reply.array(FIELDS);
    reply.integer(entry.id());
    reply.integer(entry.unixSeconds());
    reply.integer(entry.value());
    reply.array(entry.arguments().size());
    entry.arguments().forEach(word -> reply.bulk(Slice.ofLatin1(word)));
    reply.bulk(Slice.ofLatin1(entry.address()));
    reply.bulk(Slice.ofLatin1(entry.name()));
  }
}
