package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.info.ClientLine;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code CLIENT INFO}: the line of CLIENT LIST about this connection. */
final class ClientInfo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|INFO")
        .in(CommandGroup.CONNECTION)
        .since("6.2.0")
        .summary("Describes the connection in a line of fields.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .tips("nondeterministic_output");
  }

  @Override
  public void run(Call call) {
    StringBuilder line = new StringBuilder();
    ClientLine.append(line, call.client(), call.nowMillis(), call.request());
    call.reply().verbatim("txt", Slice.of(line.toString()));
  }
}
