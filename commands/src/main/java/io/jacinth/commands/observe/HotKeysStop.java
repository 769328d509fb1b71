package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code HOTKEYS STOP}: ends the search and keeps what it found; null where none goes on. */
final class HotKeysStop implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HOTKEYS|STOP")
        .in(CommandGroup.SERVER)
        .since("8.6.0")
        .summary("Ends the search for hot keys.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT);
  }

  @Override
  public void run(Call call) {
    if (call.engine().hotKeys().stop()) {
      call.reply().ok();
    } else {
      call.reply().nil();
    }
  }
}
