package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamGroup;

/** {@code XGROUP CREATECONSUMER key group consumer}: a new consumer; answers whether it is new. */
final class XGroupCreateConsumer implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XGROUP|CREATECONSUMER")
        .in(CommandGroup.STREAM)
        .since("6.2.0")
        .summary("Creates a consumer in a consumer group.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("key", RW, INSERT)
        .string("groupname")
        .string("consumername");
  }

  @Override
  public void run(Call call) {
    StreamGroup group = Groups.group(call, Groups.stream(call));
    if (group.consumers().find(call.argument(4)) != null) {
      call.reply().integer(0);
      return;
    }
    group.addConsumer(call.argument(4), call.nowMillis());
    call.database().changed(call.key(2), KeyEvent.XGROUP_CREATECONSUMER, 1);
    call.reply().integer(1);
  }
}
