package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XACK key group id [id ...]}: takes entries from those pending; answers how many were.
 * Nothing is acknowledged where one of the ids is none.
 */
final class XAck implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XACK")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Acknowledges entries that a consumer was given.")
        .complexity("O(log N) for each entry, N being the number of those pending")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE)
        .string("group")
        .argument(string("id").multiple());
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().streamToDeliver(call.key(1));
    StreamGroup group = Groups.find(stream, call, 2);
    if (stream == null || group == null) {
      call.reply().integer(0);
      return;
    }
    Ids.check(call, 3);
    StreamId id = call.streamArguments().id();
    int acknowledged = 0;
    for (int i = 3; i < call.count(); i++) {
      acknowledged += stream.acknowledge(group, Ids.exact(call, i, id)) ? 1 : 0;
    }
    if (acknowledged > 0) {
      call.database().changed(call.key(1), KeyEvent.SILENT, acknowledged);
    }
    call.reply().integer(acknowledged);
  }
}
