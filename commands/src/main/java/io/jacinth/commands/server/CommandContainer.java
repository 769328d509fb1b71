package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;

/**
 * {@code COMMAND}: the entry of every command; and the container of what else is told of commands.
 */
final class CommandContainer implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.container("COMMAND")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Describes all commands to clients.")
        .complexity("O(N), N being the number of commands")
        .flags(LOADING, STALE)
        .categories(CONNECTION)
        .tips("nondeterministic_output_order")
        .arity(-1);
  }

  @Override
  public void run(Call call) {
    List<RegisteredCommand> commands = call.engine().commands().table().all();
    call.reply().array(commands.size());
    commands.forEach(command -> CommandEntry.write(call.reply(), command));
  }
}
