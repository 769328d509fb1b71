package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CLIENT NO-TOUCH ON | OFF}: whether the connection's uses of keys leave no trace in what
 * eviction goes by; those of TOUCH always do.
 */
final class ClientNoTouch implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|NO-TOUCH")
        .in(CommandGroup.CONNECTION)
        .since("7.2.0")
        .summary("Lets the connection use keys without a trace in their last use.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .argument(oneOf("enabled", word("ON"), word("OFF")));
  }

  @Override
  public void run(Call call) {
    if (!call.is(2, "ON") && !call.is(2, "OFF")) {
      throw ErrorReply.SYNTAX.exception();
    }
    call.client().untouching(call.is(2, "ON"));
    call.worker().usage().hold(call.client().isUntouching());
    call.reply().ok();
  }
}
