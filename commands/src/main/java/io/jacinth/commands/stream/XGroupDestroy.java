package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamValue;

/** {@code XGROUP DESTROY key group}: removes a group; answers whether there was one. */
final class XGroupDestroy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XGROUP|DESTROY")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Removes a consumer group.")
        .complexity("O(N), N being the number of its pending entries")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .string("groupname");
  }

  @Override
  public void run(Call call) {
    StreamValue stream = Groups.stream(call);
    StreamGroup group = stream.group(call.argument(3));
    if (group != null) {
      stream.removeGroup(group);
      call.database().changed(call.key(2), KeyEvent.XGROUP_DESTROY, 1);
    }
    call.reply().integer(group == null ? 0 : 1);
  }
}
