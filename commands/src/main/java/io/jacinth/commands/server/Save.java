package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_ASYNC_LOADING;
import static io.jacinth.engine.spec.CommandFlag.NO_MULTI;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Snapshots;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/** {@code SAVE}: writes a snapshot while everybody waits. */
final class Save implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SAVE")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Writes a snapshot of all data to disk; all other commands wait.")
        .complexity("O(N), N being the number of keys in all databases")
        .flags(ADMIN, NOSCRIPT, NO_ASYNC_LOADING, NO_MULTI)
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    Snapshots snapshots = call.engine().snapshots();
    if (snapshots.isSaving()) {
      throw new CommandException("ERR Background save already in progress");
    }
    if (!snapshots.save()) {
      throw new CommandException("ERR");
    }
    call.reply().ok();
  }
}
