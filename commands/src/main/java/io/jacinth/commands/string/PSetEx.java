package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code PSETEX key milliseconds value}: sets a string with a time to live. */
final class PSetEx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PSETEX")
        .in(CommandGroup.STRING)
        .since("2.6.0")
        .summary("Sets a key to a string that expires after a time in milliseconds.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("key", OW, UPDATE)
        .integer("milliseconds")
        .string("value");
  }

  @Override
  public void run(Call call) {
    long deadline = Deadlines.deadline(call, 2, Deadlines.Unit.PX);
    Deadlines.writeSet(call, call.argument(3), deadline);
    call.database().setString(call.key(1), call.argument(3), deadline, KeyEvent.SET);
    call.reply().ok();
  }
}
