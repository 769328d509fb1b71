package io.jacinth.commands.list;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/**
 * {@code LMPOP numkeys key [key ...] LEFT|RIGHT [COUNT count]}: removes elements from the first of
 * several lists that there is, and answers its key with them.
 */
final class LMPop implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LMPOP")
        .in(CommandGroup.LIST)
        .since("7.0.0")
        .summary("Removes and returns elements of the first of several lists that is not empty.")
        .complexity("O(N+M), N being the number of keys and M the number of elements returned")
        .flags(WRITE)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RW, ACCESS, DELETE)))
        .integer("numkeys")
        .keys("key", RW, ACCESS, DELETE)
        .argument(End.argument("where"))
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    if (!MultiPop.of(call, 1).isServed(call)) {
      call.reply().nilArray();
    }
  }
}
