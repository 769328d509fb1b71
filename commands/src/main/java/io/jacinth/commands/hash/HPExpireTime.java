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
 * {@code HPEXPIRETIME key FIELDS numfields field [field ...]}: when fields go away, in milliseconds
 * since 1970; -1 where one has no deadline, -2 where there is none.
 */
final class HPExpireTime implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HPEXPIRETIME")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Tells when fields go away, in milliseconds since 1970.")
        .complexity("O(N), N being the number of fields")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    FieldDeadlines.tell(call, FieldDeadlines.Unit.MILLISECONDS, true);
  }
}
