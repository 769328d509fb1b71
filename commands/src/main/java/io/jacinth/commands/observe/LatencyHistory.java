package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.observe.LatencySeries;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;

/** {@code LATENCY HISTORY event}: the samples of an event, times and milliseconds. */
final class LatencyHistory implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|HISTORY")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Returns the samples of an event.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special")
        .argument(string("event"));
  }

  @Override
  public void run(Call call) {
    LatencySeries series = call.engine().observation().latency().of(call.text(2));
    List<LatencySeries.Sample> samples = series == null ? List.of() : series.samples();
    call.reply().array(samples.size());
    for (LatencySeries.Sample sample : samples) {
      call.reply().array(2);
      call.reply().integer(sample.unixSeconds());
      call.reply().integer(sample.millis());
    }
  }
}
