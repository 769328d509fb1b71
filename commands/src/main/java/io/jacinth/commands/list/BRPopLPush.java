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

/** {@code BRPOPLPUSH source destination timeout}: BLMOVE from the right to the left. */
final class BRPopLPush implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BRPOPLPUSH")
        .in(CommandGroup.LIST)
        .since("2.2.0")
        .summary(
            "Moves the last element of a list to the beginning of another and returns it, or waits for one.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, NOSCRIPT, BLOCKING)
        .deprecated("6.2.0", "`BLMOVE` with the `RIGHT` and `LEFT` arguments")
        .key("source", RW, ACCESS, DELETE)
        .key("destination", RW, INSERT)
        .real("timeout");
  }

  @Override
  public ValueType awaits() {
    return ValueType.LIST;
  }

  @Override
  public void run(Call call) {
    long timeout = Timeouts.seconds(call, 3);
    if (!isDone(call)) {
      call.block(timeout, 1, 1);
    }
  }

  @Override
  public void mayNotWait(Reply reply) {
    reply.nil();
  }

  @Override
  public boolean serve(Call call, int key) {
    return isDone(call);
  }

  private static boolean isDone(Call call) {
    call.propagation().instead("RPOPLPUSH").word(call.argument(1)).word(call.argument(2));
    return Moves.isDone(call, End.RIGHT, End.LEFT);
  }
}
