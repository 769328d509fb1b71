package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.info.MemoryReport;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code MEMORY DOCTOR}: what the use of memory tells, in words. */
final class MemoryDoctor implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MEMORY|DOCTOR")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Tells in words what the use of memory shows.")
        .complexity("O(1)")
        .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special");
  }

  @Override
  public void run(Call call) {
    String text = MemoryReport.of(call.engine());
    call.reply().verbatim("txt", Slice.ofLatin1(text));
  }
}
