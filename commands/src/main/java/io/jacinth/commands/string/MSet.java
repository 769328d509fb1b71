package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code MSET key value [key value ...]}: sets all of them at one instant. */
final class MSet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MSET")
        .in(CommandGroup.STRING)
        .since("1.0.1")
        .summary("Sets several keys to strings, all at one instant.")
        .complexity("O(N), N being the number of keys")
        .flags(WRITE, DENYOOM)
        .tips("request_policy:multi_shard", "response_policy:all_succeeded")
        .argument(
            Argument.block("data", Argument.key("key", OW, UPDATE), Argument.string("value"))
                .multiple());
  }

  @Override
  public void run(Call call) {
    if (call.count() % 2 == 0) {
      throw new CommandException("ERR wrong number of arguments for 'mset' command");
    }
    for (int i = 1; i < call.count(); i += 2) {
      call.database().setString(call.key(i), call.argument(i + 1), Entry.NO_DEADLINE, KeyEvent.SET);
    }
    call.reply().ok();
  }
}
