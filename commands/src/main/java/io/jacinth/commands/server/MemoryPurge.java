package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/** {@code MEMORY PURGE}: gives the system back what memory partitions keep in reserve. */
final class MemoryPurge implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MEMORY|PURGE")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Gives the system back memory that is kept in reserve.")
        .complexity("O(N), N being the number of partitions")
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    call.engine().partitions().purgeLocked();
    call.reply().ok();
  }
}
