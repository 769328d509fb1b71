package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code HEXPIRE key seconds [NX | XX | GT | LT] FIELDS numfields field [field ...]}: gives fields
 * a deadline, in seconds from now. See {@link FieldDeadlines}.
 */
final class HExpire implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HEXPIRE")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Gives fields of a hash a deadline, in seconds from now.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, UPDATE)
        .integer("seconds")
        .argument(FieldDeadlines.CONDITION)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    FieldDeadlines.run(call, FieldDeadlines.Unit.SECONDS, call.nowMillis());
  }
}
