package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/** {@code LLEN key}: the number of elements of a list. */
final class LLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LLEN")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Returns the number of elements of a list.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    ListValue list = call.database().list(call.key(1));
    call.reply().integer(list == null ? 0 : list.size());
  }
}
