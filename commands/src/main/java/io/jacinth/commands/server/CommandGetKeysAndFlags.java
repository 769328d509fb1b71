package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code COMMAND GETKEYSANDFLAGS command arg [arg ...]}: the keys of a request, each with what the
 * request does with it.
 */
final class CommandGetKeysAndFlags implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|GETKEYSANDFLAGS")
        .in(CommandGroup.SERVER)
        .since("7.0.0")
        .summary("Returns the keys among the arguments of a request and what it does with them.")
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
      call.reply().array(2);
      call.reply().bulk(keys.key(i));
      CommandEntry.writeFlags(call.reply(), keys.flags(i));
    }
  }
}
