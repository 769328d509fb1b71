package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/** {@code HMGET key field [field ...]}: the values of fields, nil for each that is not there. */
final class HMGet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HMGET")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Answers the values of several fields of a hash.")
        .complexity("O(N), N being the number of fields asked for")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .argument(Argument.string("field").multiple());
  }

  @Override
  public void run(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    call.reply().array(call.count() - 2);
    for (int i = 2; i < call.count(); i++) {
      Fields.answer(call.reply(), hash == null ? null : hash.get(call.argument(i)));
    }
  }
}
