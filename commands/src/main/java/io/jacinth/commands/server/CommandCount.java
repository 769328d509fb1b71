package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code COMMAND COUNT}: how many commands there are, subcommands not counted. */
final class CommandCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|COUNT")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Returns the number of commands.")
        .complexity("O(1)")
        .flags(LOADING, STALE)
        .categories(CONNECTION);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().commands().table().all().size());
  }
}
