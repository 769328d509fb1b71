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
import java.util.List;
import java.util.Objects;

/**
 * {@code COMMAND DOCS [command-name ...]}: the documentation of the commands named, unknown ones
 * left out; of all commands where none is named.
 */
final class CommandDocs implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|DOCS")
        .in(CommandGroup.SERVER)
        .since("7.0.0")
        .summary("Documents the commands named, or all.")
        .complexity("O(N), N being the number of commands named")
        .flags(LOADING, STALE)
        .categories(CONNECTION)
        .tips("nondeterministic_output_order")
        .optional(string("command-name").multiple());
  }

  @Override
  public void run(Call call) {
    CommandRegistry commands = call.engine().commands();
    List<RegisteredCommand> documented =
        call.count() == 2
            ? commands.table().all()
            : Texts.from(call, 2).stream().map(commands::called).filter(Objects::nonNull).toList();
    call.reply().map(documented.size());
    documented.forEach(command -> CommandDocumentation.write(call.reply(), command));
  }
}
