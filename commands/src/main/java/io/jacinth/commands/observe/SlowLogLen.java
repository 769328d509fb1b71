package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SLOWLOG LEN}: how many slow commands are remembered. */
final class SlowLogLen implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SLOWLOG|LEN")
        .in(CommandGroup.SERVER)
        .since("2.2.12")
        .summary("Counts the slow commands that are remembered.")
        .complexity("O(1)")
        .flags(ADMIN, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:agg_sum", "nondeterministic_output");
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().observation().slow().size());
  }
}
