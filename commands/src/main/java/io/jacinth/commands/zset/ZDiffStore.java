package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/** {@code ZDIFFSTORE destination numkeys key [key ...]}: puts a difference under a key. */
final class ZDiffStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZDIFFSTORE")
        .in(CommandGroup.SORTED_SET)
        .since("6.2.0")
        .summary("Stores the members of a sorted set that no other one has.")
        .complexity(
            "O(N+M*log(M)), N being the number of all members of the sources and M the size of the result")
        .flags(WRITE, DENYOOM)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1), new KeySpec.Find.Range(0, 1, 0), Set.of(OW, UPDATE)))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(2),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RO, ACCESS)))
        .key("destination", OW, UPDATE)
        .integer("numkeys")
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    SetOperation.store(call, SetOperation.Kind.DIFFERENCE, KeyEvent.ZDIFFSTORE);
  }
}
