package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code COMMAND GETKEYS command arg [arg ...]}: the keys of a request. */
final class CommandGetKeys implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|GETKEYS")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Returns the keys among the arguments of a request.")
        .complexity("O(N), N being the number of arguments")
        .flags(LOADING, STALE)
        .categories(CONNECTION)
        .string("command")
        .argument(string("arg").multiple());
  }

  @Override
  public void run(Call call) {
    CommandKeys keys = CommandKeys.of(call);
    call.reply().array(keys.count());
    for (int i = 0; i < keys.count(); i++) {
      call.reply().bulk(keys.key(i));
    }
  }
}
