package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SLOWLOG RESET}: forgets the slow commands. */
final class SlowLogReset implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SLOWLOG|RESET")
        .in(CommandGroup.SERVER)
        .since("2.2.12")
        .summary("Forgets the slow commands.")
        .complexity("O(N), N being the number of entries")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded");
  }

  @Override
  public void run(Call call) {
    call.engine().observation().slow().reset();
    call.reply().ok();
  }
}
