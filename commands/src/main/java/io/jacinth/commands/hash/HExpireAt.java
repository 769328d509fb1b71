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
 * {@code HEXPIREAT key unix-time-seconds [NX | XX | GT | LT] FIELDS numfields field [field ...]}:
 * gives fields a deadline, in seconds since 1970. See {@link FieldDeadlines}.
 */
final class HExpireAt implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HEXPIREAT")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Gives fields of a hash a deadline, in seconds since 1970.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, UPDATE)
        .argument(Argument.unixTime("unix-time-seconds"))
        .argument(FieldDeadlines.CONDITION)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    FieldDeadlines.run(call, FieldDeadlines.Unit.SECONDS, 0);
  }
}
