package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code LASTSAVE}: when the last snapshot was written. */
final class LastSave implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LASTSAVE")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Tells when the last snapshot was written, in seconds since 1970.")
        .complexity("O(1)")
        .flags(LOADING, STALE, FAST)
        .categories(AclCategory.ADMIN, AclCategory.DANGEROUS)
        .tips("nondeterministic_output");
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().snapshots().lastSaveMillis() / 1000);
  }
}
