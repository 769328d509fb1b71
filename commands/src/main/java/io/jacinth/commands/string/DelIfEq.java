package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RM;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code DELIFEQ key value} (Valkey 9): deletes the key if it holds exactly this string; answers
 * whether it did.
 */
final class DelIfEq implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DELIFEQ")
        .in(CommandGroup.STRING)
        .since("valkey 9.0.0")
        .summary("Deletes a key if it holds exactly the string given.")
        .complexity("O(1) for a short value; else O(N), N being its length")
        .flags(WRITE, FAST)
        .key("key", RM, DELETE)
        .string("value");
  }

  @Override
  public void run(Call call) {
    Slice held = call.database().stringToChange(call.key(1));
    if (held == null || !held.contentEquals(call.argument(2))) {
      call.reply().integer(0);
      return;
    }
    call.propagation().instead("DEL").word(call.argument(1));
    call.database().delete(call.key(1), KeyEvent.DEL);
    call.reply().integer(1);
  }
}
