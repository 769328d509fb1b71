package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
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
 * {@code ZMPOP numkeys key [key ...] MIN|MAX [COUNT count]}: takes members from the first key that
 * has any.
 */
final class ZMPop implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZMPOP")
        .in(CommandGroup.SORTED_SET)
        .since("7.0.0")
        .summary("Removes and returns members of the first key that has any.")
        .complexity(
            "O(K+M*log(N)), K being the number of keys, N the size of the sorted set and M the number of members removed")
        .flags(WRITE)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RW, ACCESS, DELETE)))
        .integer("numkeys")
        .keys("key", RW, ACCESS, DELETE)
        .argument(oneOf("where", word("MIN"), word("MAX")))
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    if (!MultiPop.parse(call, 1).serveAny()) {
      call.reply().nilArray();
    }
  }
}
