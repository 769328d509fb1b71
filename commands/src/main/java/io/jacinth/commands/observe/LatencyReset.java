package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.server.Texts;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code LATENCY RESET [event ...]}: forgets the samples of events, of all where none is named;
 * answers how many events it forgot.
 */
final class LatencyReset implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|RESET")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Forgets the samples of events.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .optional(string("event").multiple());
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.engine().observation().latency().reset(Texts.from(call, 2)));
  }
}
