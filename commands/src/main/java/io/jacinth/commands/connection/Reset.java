package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.IMMEDIATE;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_AUTH;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code RESET}: brings the connection to the state of a new one: RESP2, database 0, no name,
 * replies on, and logged out where there is a password.
 */
final class Reset implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RESET")
        .in(CommandGroup.CONNECTION)
        .since("6.2.0")
        .summary("Brings the connection to the state of a new one.")
        .complexity("O(1)")
        .flags(ALLOW_BUSY, NOSCRIPT, LOADING, STALE, FAST, NO_AUTH, IMMEDIATE);
  }

  @Override
  public void run(Call call) {
    call.worker().transactions().abandon(call.client());
    call.engine().monitors().remove(call.client());
    ClientTracking.off(call);
    call.worker().usage().hold(false);
    call.client().reset(call.engine().asksForPassword());
    call.engine().acl().welcome(call.client());
    call.reply(call.worker().writerFor(call.client()));
    call.reply().status("RESET");
  }
}
