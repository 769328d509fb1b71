package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code ACL WHOAMI}: the name of the user that the connection is. */
final class AclWhoAmI implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|WHOAMI")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns the name of the user that the connection is.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    call.reply().bulk(Slice.ofLatin1(call.client().user()));
  }
}
