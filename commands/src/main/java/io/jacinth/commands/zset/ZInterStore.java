package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
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

/**
 * {@code ZINTERSTORE destination numkeys key [key ...] [WEIGHTS ...] [AGGREGATE ...]}: puts an
 * intersection under a key.
 */
final class ZInterStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZINTERSTORE")
        .in(CommandGroup.SORTED_SET)
        .since("2.0.0")
        .summary("Stores the intersection of sorted sets.")
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
        .keys("key", RO, ACCESS)
        .optional(integer("weight").token("WEIGHTS").multiple())
        .optional(oneOf("aggregate", word("SUM"), word("MIN"), word("MAX")).token("AGGREGATE"));
  }

  @Override
  public void run(Call call) {
    SetOperation.store(call, SetOperation.Kind.INTERSECTION, KeyEvent.ZINTERSTORE);
  }
}
