package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;

/**
 * {@code SWAPDB index1 index2}: two databases exchange all their keys; every connection sees it at
 * once.
 */
final class SwapDb implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SWAPDB")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Exchanges the keys of two databases.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .categories(AclCategory.KEYSPACE, AclCategory.DANGEROUS)
        .integer("index1")
        .integer("index2")
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    long first =
        call.integer(1, Integer.MIN_VALUE, Integer.MAX_VALUE, "ERR invalid first DB index");
    long second =
        call.integer(2, Integer.MIN_VALUE, Integer.MAX_VALUE, "ERR invalid second DB index");
    Database firstDatabase = call.database(first);
    Database secondDatabase = call.database(second);
    if (first != second) {
      firstDatabase.swap(secondDatabase);
    } else {
      call.changedServer();
    }
    call.reply().ok();
  }
}
