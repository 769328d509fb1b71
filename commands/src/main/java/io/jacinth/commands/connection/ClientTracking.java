package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.tracking.Tracker;

/**
 * {@code CLIENT TRACKING ON | OFF [REDIRECT id] [PREFIX prefix ...] [BCAST] [OPTIN] [OPTOUT]
 * [NOLOOP]}: whether and how the client is told of changes to keys that it may have in a cache. The
 * options are read before ON or OFF is.
 */
final class ClientTracking implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|TRACKING")
        .in(CommandGroup.CONNECTION)
        .since("6.0.0")
        .summary("Turns messages about changed keys, for a cache in the client, on or off.")
        .complexity("O(1), with prefixes O(N) where N is their number")
        .flags(NOSCRIPT, LOADING, STALE)
        .argument(oneOf("status", word("ON"), word("OFF")))
        .optional(integer("client-id").token("REDIRECT"))
        .optional(string("prefix").token("PREFIX").multipleWithToken())
        .optional(word("BCAST"))
        .optional(word("OPTIN"))
        .optional(word("OPTOUT"))
        .optional(word("NOLOOP"));
  }

  @Override
  public void run(Call call) {
    TrackingOptions options = TrackingOptions.read(call, 3);
    if (call.is(2, "ON")) {
      Tracker tracker = call.client().trackerToUse();
      options.check(tracker);
      call.engine().tracking().on(tracker, options.mode(), options.prefixes());
      call.client().tracked(true);
    } else if (call.is(2, "OFF")) {
      off(call);
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
    call.reply().ok();
  }

  /** Ceases to track for the client, if anything is tracked. */
  static void off(Call call) {
    Tracker tracker = call.client().tracker();
    if (tracker != null && tracker.mode() != null) {
      call.engine().tracking().off(tracker);
      call.client().tracked(false);
    }
  }
}
