package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XDEL key id [id ...]}: deletes entries; answers how many there were. The key is checked
 * first.
 */
final class XDel implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XDEL")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Deletes entries from a stream.")
        .complexity("O(1) for each entry")
        .flags(WRITE, FAST)
        .key("key", RW, DELETE)
        .argument(string("id").multiple());
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().streamToChange(call.key(1));
    if (stream == null) {
      call.reply().integer(0);
      return;
    }
    Ids.check(call, 2);
    StreamId id = call.streamArguments().id();
    int deleted = 0;
    for (int i = 2; i < call.count(); i++) {
      deleted += stream.delete(Ids.exact(call, i, id)) ? 1 : 0;
    }
    if (deleted > 0) {
      call.database().changed(call.key(1), KeyEvent.XDEL, deleted);
    }
    call.reply().integer(deleted);
  }
}
