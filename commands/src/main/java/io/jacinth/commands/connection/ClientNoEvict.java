package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CLIENT NO-EVICT ON | OFF}: spares the connection when clients are closed to save memory.
 */
final class ClientNoEvict implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|NO-EVICT")
        .in(CommandGroup.CONNECTION)
        .since("7.0.0")
        .summary("Spares the connection when clients are closed to save memory.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .argument(oneOf("enabled", word("ON"), word("OFF")));
  }

  @Override
  public void run(Call call) {
    if (!call.is(2, "ON") && !call.is(2, "OFF")) {
      throw ErrorReply.SYNTAX.exception();
    }
    call.client().sparedEviction(call.is(2, "ON"));
    call.reply().ok();
  }
}
