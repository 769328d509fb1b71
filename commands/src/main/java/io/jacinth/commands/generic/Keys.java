package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.pattern;
import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Glob;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;

/** {@code KEYS pattern}: all keys that match a pattern, in any order. */
final class Keys implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("KEYS")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Lists all keys that match a pattern; looks at every key while nothing else runs.")
        .complexity("O(N), N being the number of keys in the database")
        .flags(READONLY)
        .categories(AclCategory.DANGEROUS)
        .tips("request_policy:all_shards", "nondeterministic_output_order")
        .argument(pattern("pattern"))
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    Slice pattern = call.argument(1);
    KeyList found = call.keyList();
    Slice key = new Slice();
    call.database()
        .forEach(
            entry -> {
              if (Glob.matches(pattern, entry.key(key), false)) {
                found.add(key);
              }
            });
    found.writeTo(call.reply());
  }
}
