package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.observe.LatencyMonitor;
import io.jacinth.engine.observe.LatencySeries;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code LATENCY LATEST}: the last sample of each event and its longest. */
final class LatencyLatest implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|LATEST")
        .in(CommandGroup.SERVER)
        .since("2.8.13")
        .summary("Returns the last sample of each event.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special");
  }

  @Override
  public void run(Call call) {
    LatencyMonitor monitor = call.engine().observation().latency();
    Map<String, LatencySeries> found = new LinkedHashMap<>();
    for (String event : monitor.events()) {
      LatencySeries series = monitor.of(event);
      if (series != null) {
        found.put(event, series);
      }
    }
    call.reply().array(found.size());
    found.forEach((event, series) -> answer(call.reply(), event, series));
  }

  private static void answer(Reply reply, String event, LatencySeries series) {
    reply.array(4);
    reply.bulk(Slice.ofLatin1(event));
    reply.integer(series.last().unixSeconds());
    reply.integer(series.last().millis());
    reply.integer(series.longestMillis());
  }
}
