package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.real;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
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
 * {@code ZADD key [NX|XX] [GT|LT] [CH] [INCR] score member [score member ...]}: adds members or
 * changes their scores. The options and all scores are checked before the key.
 */
final class ZAdd implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZADD")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary(
            "Adds members with their scores to a sorted set, or changes the scores of those it has.")
        .complexity("O(log(N)) for each member, N being the size of the sorted set")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(3)
        .key("key", RW, UPDATE)
        .optional(oneOf("condition", word("NX"), word("XX")).since("3.0.2"))
        .optional(oneOf("comparison", word("GT"), word("LT")).since("6.2.0"))
        .optional(word("change", "CH").since("3.0.2"))
        .optional(word("increment", "INCR").since("3.0.2"))
        .argument(block("score_member", real("score"), string("member")).multiple());
  }

  @Override
  public void run(Call call) {
    Additions.run(call, false);
  }
}
