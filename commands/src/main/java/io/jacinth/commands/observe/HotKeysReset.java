package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code HOTKEYS RESET}: forgets what a search that has ended found. */
final class HotKeysReset implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HOTKEYS|RESET")
        .in(CommandGroup.SERVER)
        .since("8.6.0")
        .summary("Forgets what the search for hot keys found.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT);
  }

  @Override
  public void run(Call call) {
    if (!call.engine().hotKeys().reset()) {
      throw new CommandException("ERR hotkey tracking session in progress, stop tracking first");
    }
    call.reply().ok();
  }
}
