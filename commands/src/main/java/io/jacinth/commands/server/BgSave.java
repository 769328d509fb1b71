package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_ASYNC_LOADING;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Snapshots;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/**
 * {@code BGSAVE [SCHEDULE]}: begins to write a snapshot of this instant; nobody waits for it. In a
 * transaction it is put off until after that, as in Redis.
 */
final class BgSave implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BGSAVE")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Begins to write a snapshot of all data to disk in the background.")
        .complexity("O(P), P being the number of partitions")
        .flags(ADMIN, NOSCRIPT, NO_ASYNC_LOADING)
        .optional(word("SCHEDULE").since("3.2.2"))
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    if (call.count() > 2 || (call.count() == 2 && !call.is(1, "SCHEDULE"))) {
      throw ErrorReply.SYNTAX.exception();
    }
    Snapshots snapshots = call.engine().snapshots();
    if (snapshots.isSaving()) {
      throw new CommandException("ERR Background save already in progress");
    }
    if (!call.isNested() && snapshots.saveInBackground()) {
      call.reply().status("Background saving started");
    } else if (call.isNested() || call.count() == 2) {
      snapshots.schedule();
      call.reply().status("Background saving scheduled");
    } else {
      throw new CommandException(
          "ERR Another child process is active (AOF?): can't BGSAVE right now."
              + " Use BGSAVE SCHEDULE in order to schedule a BGSAVE whenever possible.");
    }
  }
}
