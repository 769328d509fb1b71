package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.observe.LatencyReport;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code LATENCY DOCTOR}: what the recorded events tell, in words. */
final class LatencyDoctor implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|DOCTOR")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Tells in words what the recorded events show.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special");
  }

  @Override
  public void run(Call call) {
    String text = LatencyReport.of(call.engine().observation());
    call.reply().verbatim("txt", Slice.ofLatin1(text));
  }
}
