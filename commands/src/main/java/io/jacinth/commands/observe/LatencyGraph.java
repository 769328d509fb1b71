package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.observe.LatencyMonitor;
import io.jacinth.engine.observe.LatencySeries;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code LATENCY GRAPH event}: the samples of an event as a picture of characters. */
final class LatencyGraph implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|GRAPH")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Draws the samples of an event.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special")
        .argument(string("event"));
  }

  @Override
  public void run(Call call) {
    LatencyMonitor monitor = call.engine().observation().latency();
    LatencySeries series = monitor.of(call.text(2));
    if (series == null) {
      throw new CommandException("ERR No samples available for event '" + call.quoted(2) + "'");
    }
    String graph =
        io.jacinth.engine.observe.LatencyGraph.of(call.text(2), series, monitor.nowSeconds());
    call.reply().verbatim("txt", Slice.ofLatin1(graph));
  }
}
