package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code ZREVRANK key member [WITHSCORE]}: the rank of a member, 0 for the highest score; nil where
 * it is missing.
 */
final class ZRevRank implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZREVRANK")
        .in(CommandGroup.SORTED_SET)
        .since("2.0.0")
        .summary("Returns the rank of a member, counted from the highest score.")
        .complexity("O(log(N)), N being the size of the sorted set")
        .flags(READONLY, FAST)
        .looksUp(2)
        .key("key", RO, ACCESS)
        .string("member")
        .optional(word("WITHSCORE").since("7.2.0"));
  }

  @Override
  public void run(Call call) {
    Ranks.run(call, true);
  }
}
