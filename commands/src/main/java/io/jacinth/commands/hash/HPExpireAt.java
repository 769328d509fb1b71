package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code HPEXPIREAT key unix-time-milliseconds [NX | XX | GT | LT] FIELDS numfields field [field
 * ...]}: gives fields a deadline, in milliseconds since 1970. See {@link FieldDeadlines}.
 */
final class HPExpireAt implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HPEXPIREAT")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Gives fields of a hash a deadline, in milliseconds since 1970.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, UPDATE)
        .argument(Argument.unixTime("unix-time-milliseconds"))
        .argument(FieldDeadlines.CONDITION)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    FieldDeadlines.run(call, FieldDeadlines.Unit.MILLISECONDS, 0);
  }
}
