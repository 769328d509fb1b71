package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code HTTL key FIELDS numfields field [field ...]}: how long fields have to live, in seconds; -1
 * where one has no deadline, -2 where there is none.
 */
final class HTtl implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HTTL")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Tells how long fields have to live, in seconds.")
        .complexity("O(N), N being the number of fields")
        .flags(READONLY, FAST)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    FieldDeadlines.tell(call, FieldDeadlines.Unit.SECONDS, false);
  }
}
