package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.tracking.Mode;
import io.jacinth.engine.tracking.Tracker;

/**
 * {@code CLIENT CACHING YES | NO}: whether the keys that the next command reads are tracked, where
 * the client has chosen to say so (OPTIN) or to say the opposite (OPTOUT).
 */
final class ClientCaching implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|CACHING")
        .in(CommandGroup.CONNECTION)
        .since("6.0.0")
        .summary("Says whether the keys that the next command reads are tracked.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .argument(oneOf("mode", word("YES"), word("NO")));
  }

  @Override
  public void run(Call call) {
    Tracker tracker = call.client().tracker();
    Mode mode = tracker == null ? null : tracker.mode();
    if (tracker == null || mode == null) {
      throw new CommandException(
          "ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or"
              + " OPTOUT mode enabled");
    }
    boolean isYes = call.is(2, "YES");
    if (!isYes && !call.is(2, "NO")) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (isYes ? !mode.isOptIn() : !mode.isOptOut()) {
      throw new CommandException(
          "ERR CLIENT CACHING %s is only valid when tracking is enabled in %s mode."
              .formatted(isYes ? "YES" : "NO", isYes ? "OPTIN" : "OPTOUT"));
    }
    tracker.caching(true);
    call.reply().ok();
  }
}
