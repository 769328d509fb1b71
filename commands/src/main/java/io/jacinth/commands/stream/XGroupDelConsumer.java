package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;

/**
 * {@code XGROUP DELCONSUMER key group consumer}: removes a consumer and what it has not
 * acknowledged; answers how much that was.
 */
final class XGroupDelConsumer implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XGROUP|DELCONSUMER")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Removes a consumer from a consumer group.")
        .complexity("O(N), N being the number of its pending entries")
        .flags(WRITE)
        .key("key", RW, DELETE)
        .string("groupname")
        .string("consumername");
  }

  @Override
  public void run(Call call) {
    StreamGroup group = Groups.group(call, Groups.stream(call));
    StreamConsumer consumer = group.consumers().find(call.argument(4));
    long pending = 0;
    if (consumer != null) {
      pending = group.removeConsumer(consumer);
      call.database().changed(call.key(2), KeyEvent.XGROUP_DELCONSUMER, 1);
    }
    call.reply().integer(pending);
  }
}
