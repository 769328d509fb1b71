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

/** {@code HSET key field value [field value ...]}: sets fields; how many are new. */
final class HSet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HSET")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Sets fields of a hash.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(2)
        .key("key", RW, UPDATE)
        .argument(
            Argument.block("field_value", Argument.string("field"), Argument.string("value"))
                .multiple());
  }

  @Override
  public void run(Call call) {
    call.reply().integer(Fields.set(call));
  }
}
