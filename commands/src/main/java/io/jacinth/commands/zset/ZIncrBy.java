package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code ZINCRBY key increment member}: ZADD with its option INCR. */
final class ZIncrBy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZINCRBY")
        .in(CommandGroup.SORTED_SET)
        .since("1.2.0")
        .summary("Adds a number to the score of a member, which counts as 0 where it is missing.")
        .complexity("O(log(N)), N being the size of the sorted set")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(3)
        .key("key", RW, ACCESS, UPDATE)
        .integer("increment")
        .string("member");
  }

  @Override
  public void run(Call call) {
    Additions.run(call, true);
  }
}
