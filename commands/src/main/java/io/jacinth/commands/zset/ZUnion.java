package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/**
 * {@code ZUNION numkeys key [key ...] [WEIGHTS ...] [AGGREGATE SUM|MIN|MAX] [WITHSCORES]}: what is
 * in any of them.
 */
final class ZUnion implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZUNION")
        .in(CommandGroup.SORTED_SET)
        .since("6.2.0")
        .summary("Returns the union of sorted sets.")
        .complexity(
            "O(N+M*log(M)), N being the number of all members of the sources and M the size of the result")
        .flags(READONLY)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RO, ACCESS)))
        .integer("numkeys")
        .keys("key", RO, ACCESS)
        .optional(integer("weight").token("WEIGHTS").multiple())
        .optional(oneOf("aggregate", word("SUM"), word("MIN"), word("MAX")).token("AGGREGATE"))
        .optional(word("WITHSCORES"));
  }

  @Override
  public void run(Call call) {
    SetOperation.answer(call, SetOperation.Kind.UNION);
  }
}
