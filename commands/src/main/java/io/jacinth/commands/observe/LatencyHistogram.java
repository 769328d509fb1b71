package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.server.Texts;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.CommandStatistics;
import io.jacinth.engine.CommandTable;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.Statistics;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * {@code LATENCY HISTOGRAM [command ...]}: how many calls of a command took at most so many
 * microseconds, for limits that double from one to the next.
 */
final class LatencyHistogram implements Command {
  /**
   * The first limit; the next ones are its doubles, up to the end of their step of the histogram.
   */
  private static final long FIRST_NANOS = 1024;

  /** What counts as longer is counted as this long. */
  private static final long LARGEST_NANOS = (1L << 30) - 1;

  private static final long NANOS_A_MICRO = 1000;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LATENCY|HISTOGRAM")
        .in(CommandGroup.SERVER)
        .since("7.0.0")
        .summary("Returns how the durations of commands are distributed.")
        .complexity("O(N), N being the number of commands with histograms")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_nodes", "response_policy:special")
        .optional(string("command").multiple());
  }

  @Override
  public void run(Call call) {
    Statistics statistics = call.engine().statistics();
    List<RegisteredCommand> commands =
        asked(call).filter(command -> isKnown(statistics.of(command))).toList();
    call.reply().map(commands.size());
    for (RegisteredCommand command : commands) {
      call.reply().bulk(command.name());
      answer(call.reply(), Objects.requireNonNull(statistics.of(command).latency()));
    }
  }

  private static Stream<RegisteredCommand> asked(Call call) {
    CommandRegistry commands = call.engine().commands();
    List<String> names = Texts.from(call, 2);
    return names.isEmpty()
        ? commands.all().stream()
        : names.stream()
            .map(commands::find)
            .filter(Objects::nonNull)
            .flatMap(LatencyHistogram::withSubcommands);
  }

  private static Stream<RegisteredCommand> withSubcommands(RegisteredCommand command) {
    CommandTable subcommands = command.subcommands();
    return subcommands == null
        ? Stream.of(command)
        : Stream.concat(Stream.of(command), subcommands.all().stream());
  }

  private static boolean isKnown(CommandStatistics counts) {
    Histogram latency = counts.latency();
    return latency != null && latency.getTotalCount() > 0;
  }

  private static void answer(Reply reply, Histogram latency) {
    List<Long> limits = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    long last = 0;
    for (long nanos = FIRST_NANOS; last < latency.getTotalCount(); nanos *= 2) {
      long limit = Math.min(latency.highestEquivalentValue(nanos), LARGEST_NANOS);
      long count = latency.getCountBetweenValues(0, limit);
      if (count > last) {
        limits.add(limit / NANOS_A_MICRO);
        counts.add(count);
      }
      last = count;
    }
    reply.map(2);
    reply.bulk("calls");
    reply.integer(latency.getTotalCount());
    reply.bulk("histogram_usec");
    reply.map(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      reply.integer(limits.get(i));
      reply.integer(counts.get(i));
    }
  }
}
