package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamArguments;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XSETID key last-id [ENTRIESADDED count] [MAXDELETEDID id]}: sets the counters of a stream,
 * as one that is copied from elsewhere needs.
 */
final class XSetId implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XSETID")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Sets the greatest id and the counters of a stream.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, UPDATE)
        .string("last-id")
        .optional(integer("entries_added").token("ENTRIESADDED").since("7.0.0"))
        .optional(string("max_deleted_entry_id").token("MAXDELETEDID").since("7.0.0"));
  }

  @Override
  public void run(Call call) {
    StreamArguments arguments = call.streamArguments();
    StreamId id = Ids.exact(call, 2, arguments.id());
    StreamId maxDeleted = arguments.to().setLeast();
    long added = -1;
    for (int i = 3; i < call.count(); i += 2) {
      boolean hasNext = i + 1 < call.count();
      if (call.is(i, "ENTRIESADDED") && hasNext) {
        added = call.integer(i + 1);
        if (added < 0) {
          throw new CommandException("ERR entries_added must be positive");
        }
      } else if (call.is(i, "MAXDELETEDID") && hasNext) {
        if (id.compareTo(Ids.exact(call, i + 1, maxDeleted)) < 0) {
          throw new CommandException(
              "ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id");
        }
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    StreamValue stream = call.database().streamToChange(call.key(1));
    if (stream == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    check(stream, id, added);
    stream.last(id);
    if (added >= 0) {
      stream.added(added);
    }
    if (!maxDeleted.isLeast()) {
      stream.maxDeleted(maxDeleted);
    }
    call.database().changed(call.key(1), KeyEvent.XSETID, 1);
    call.reply().ok();
  }

  private static void check(StreamValue stream, StreamId id, long added) {
    if (id.compareTo(stream.maxDeleted()) < 0) {
      throw new CommandException(
          "ERR The ID specified in XSETID is smaller than current max_deleted_entry_id");
    }
    if (stream.length() > 0 && id.compareTo(stream.lastEntry()) < 0) {
      throw new CommandException(
          "ERR The ID specified in XSETID is smaller than the target stream top item");
    }
    if (stream.length() > 0 && added >= 0 && stream.length() > added) {
      throw new CommandException(
          "ERR The entries_added specified in XSETID is smaller than the target stream length");
    }
  }
}
