package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/**
 * {@code LINDEX key index}: the element at an index, counted from the end where negative. The key
 * is looked at before the index.
 */
final class LIndex implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LINDEX")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Returns the element of a list at an index.")
        .complexity("O(log N) in practice, N being the distance from the nearer end in a long list")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .integer("index");
  }

  @Override
  public void run(Call call) {
    ListValue list = call.database().list(call.key(1));
    if (list == null || !list.seek(call.integer(2))) {
      call.reply().nil();
    } else {
      list.element().writeTo(call.reply());
    }
  }
}
