package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/** {@code FLUSHDB [ASYNC | SYNC]}: removes all keys of the database. See {@link FlushMode}. */
final class FlushDb implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FLUSHDB")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Removes all keys of the database.")
        .complexity("O(N), N being the number of keys")
        .flags(WRITE)
        .categories(AclCategory.KEYSPACE, AclCategory.DANGEROUS)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .optional(FlushMode.ARGUMENT)
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    boolean isLazy = FlushMode.isLazy(call);
    call.database().flush(isLazy);
    call.reply().ok();
  }
}
