package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.keyPattern;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.Set;

/**
 * {@code SORT_RO key [BY pattern] [LIMIT offset count] [GET pattern ...] [ASC | DESC] [ALPHA]}:
 * SORT without STORE. What patterns name is known only when the elements are, so it has every lock.
 * {@link Sorting} does the work.
 */
final class SortRo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SORT_RO")
        .in(CommandGroup.GENERIC)
        .withoutGroupCategory()
        .since("7.0.0")
        .summary("Sorts the elements of a list, a set or a sorted set, and returns them.")
        .complexity("O(N*log(N)), N being the number of elements; O(N) where they are not sorted")
        .flags(READONLY)
        .categories(AclCategory.SET, AclCategory.SORTEDSET, AclCategory.LIST, AclCategory.DANGEROUS)
        .locks(LockScope.ALL)
        .key("key", RO, ACCESS)
        .optional(keyPattern("pattern", RO, ACCESS).token("BY"))
        .optional(block("offset_count", integer("offset"), integer("count")).token("LIMIT"))
        .optional(keyPattern("pattern", RO, ACCESS).token("GET").multipleWithToken())
        .optional(oneOf("order", word("asc", "ASC"), word("desc", "DESC")))
        .optional(word("sorting", "ALPHA"))
        .keySpec(KeySpec.single(1, Set.of(RO, ACCESS)))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Unknown(), new KeySpec.Find.Unknown(), Set.of(RO, ACCESS)));
  }

  @Override
  public void run(Call call) {
    Sorting.run(call, false);
  }
}
