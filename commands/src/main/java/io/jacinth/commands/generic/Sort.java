package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.keyPattern;
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
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.Map;
import java.util.Set;

/**
 * {@code SORT key [BY pattern] [LIMIT offset count] [GET pattern ...] [ASC | DESC] [ALPHA] [STORE
 * destination]}: elements in order, or what is named after them. What patterns name is known only
 * when the elements are, so it has every lock. {@link Sorting} does the work.
 */
final class Sort implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SORT")
        .in(CommandGroup.GENERIC)
        .withoutGroupCategory()
        .since("1.0.0")
        .summary("Sorts the elements of a list, a set or a sorted set, and returns or stores them.")
        .complexity("O(N*log(N)), N being the number of elements; O(N) where they are not sorted")
        .flags(WRITE, DENYOOM)
        .categories(AclCategory.SET, AclCategory.SORTEDSET, AclCategory.LIST, AclCategory.DANGEROUS)
        .locks(LockScope.ALL)
        .key("key", RO, ACCESS)
        .optional(keyPattern("pattern", RO, ACCESS).token("BY"))
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"))
        .optional(keyPattern("pattern", RO, ACCESS).token("GET").multipleWithToken())
        .optional(oneOf("order", word("asc", "ASC"), word("desc", "DESC")))
        .optional(word("sorting", "ALPHA"))
        .optional(key("destination", OW, UPDATE).token("STORE"))
        .keySpec(KeySpec.single(1, Set.of(RO, ACCESS)))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Unknown(), new KeySpec.Find.Unknown(), Set.of(RO, ACCESS)))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.LastOption("STORE", 2, Map.of("LIMIT", 2, "GET", 1, "BY", 1)),
                new KeySpec.Find.Range(0, 1, 0),
                Set.of(OW, UPDATE)));
  }

  @Override
  public void run(Call call) {
    Sorting.run(call, true);
  }
}
