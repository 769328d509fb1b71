package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.commands.Timeouts;
import io.jacinth.engine.BlockingCommand;
import io.jacinth.engine.Call;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Reply;

/**
 * {@code BLMOVE source destination LEFT|RIGHT LEFT|RIGHT timeout}: LMOVE that waits for an element.
 */
final class BLMove implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BLMOVE")
        .in(CommandGroup.LIST)
        .since("6.2.0")
        .summary("Moves an element from one list to another and returns it, or waits for one.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, NOSCRIPT, BLOCKING)
        .key("source", RW, ACCESS, DELETE)
        .key("destination", RW, INSERT)
        .argument(End.argument("wherefrom"))
        .argument(End.argument("whereto"))
        .real("timeout");
  }

  @Override
  public ValueType awaits() {
    return ValueType.LIST;
  }

  @Override
  public void run(Call call) {
    End from = End.of(call, 3);
    End to = End.of(call, 4);
    long timeout = Timeouts.seconds(call, 5);
    if (!isDone(call, from, to)) {
      call.block(timeout, 1, 1);
    }
  }

  @Override
  public void mayNotWait(Reply reply) {
    reply.nil();
  }

  @Override
  public boolean serve(Call call, int key) {
    return isDone(call, End.of(call, 3), End.of(call, 4));
  }

  private static boolean isDone(Call call, End from, End to) {
    call.propagation()
        .instead("LMOVE")
        .word(call.argument(1))
        .word(call.argument(2))
        .word(from.name())
        .word(to.name());
    return Moves.isDone(call, from, to);
  }
}
