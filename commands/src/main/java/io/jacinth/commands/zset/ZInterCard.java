package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
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
 * {@code ZINTERCARD numkeys key [key ...] [LIMIT limit]}: the size of an intersection, or a limit
 * where that is less.
 */
final class ZInterCard implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZINTERCARD")
        .in(CommandGroup.SORTED_SET)
        .since("7.0.0")
        .summary("Counts the members that sorted sets have in common.")
        .complexity("O(N*K), N being the size of the smallest of K sources")
        .flags(READONLY)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RO, ACCESS)))
        .integer("numkeys")
        .keys("key", RO, ACCESS)
        .optional(integer("limit").token("LIMIT"));
  }

  @Override
  public void run(Call call) {
    SetOperation.count(call);
  }
}
