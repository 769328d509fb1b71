package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code COMMAND INFO [command-name ...]}: the entries of the commands named (a subcommand as
 * {@code config|get}), nil for an unknown one; of all commands where none is named.
 */
final class CommandInfo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|INFO")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Describes the commands named, or all, to clients.")
        .complexity("O(N), N being the number of commands named")
        .flags(LOADING, STALE)
        .categories(CONNECTION)
        .tips("nondeterministic_output_order")
        .optional(string("command-name").multiple());
  }

  @Override
  public void run(Call call) {
    CommandRegistry commands = call.engine().commands();
    if (call.count() == 2) {
      call.reply().array(commands.table().all().size());
      commands.table().all().forEach(command -> CommandEntry.write(call.reply(), command));
      return;
    }
    call.reply().array(call.count() - 2L);
    for (int i = 2; i < call.count(); i++) {
      RegisteredCommand command = commands.called(call.text(i));
      if (command == null) {
        call.reply().nil();
      } else {
        CommandEntry.write(call.reply(), command);
      }
    }
  }
}
