package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;

/**
 * {@code MEMORY MALLOC-STATS}: how the blocks of the partitions lie in what they took from the
 * system.
 */
final class MemoryMallocStats implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MEMORY|MALLOC-STATS")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Tells what the allocator has given out.")
        .complexity("O(N), N being the number of partitions")
        .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special")
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    String text = call.engine().partitions().describeBlocksLocked();
    call.reply().verbatim("txt", Slice.ofLatin1(text));
  }
}
