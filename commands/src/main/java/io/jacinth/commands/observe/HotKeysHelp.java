package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code HOTKEYS HELP}: the subcommands of HOTKEYS. */
final class HotKeysHelp implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HOTKEYS|HELP")
        .in(CommandGroup.SERVER)
        .since("8.6.1")
        .summary("Lists the subcommands.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT);
  }

  @Override
  public void run(Call call) {
    Help.answer(call);
  }
}
