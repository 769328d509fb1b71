package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/**
 * {@code FLUSHALL [ASYNC | SYNC]}: removes all keys of all databases. See {@link FlushMode}; the
 * whole memory is dropped at once, whichever mode is asked for.
 */
final class FlushAll implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FLUSHALL")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Removes all keys of all databases.")
        .complexity("O(1)")
        .flags(WRITE)
        .categories(AclCategory.KEYSPACE, AclCategory.DANGEROUS)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .optional(FlushMode.ARGUMENT)
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    FlushMode.check(call);
    call.database().flushAll();
    call.engine().snapshots().dataFlushed();
    call.reply().ok();
  }
}
