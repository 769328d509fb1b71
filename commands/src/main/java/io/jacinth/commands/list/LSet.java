package io.jacinth.commands.list;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/**
 * {@code LSET key index element}: replaces the element at an index. The key is looked at before the
 * index.
 */
final class LSet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LSET")
        .in(CommandGroup.LIST)
        .since("1.0.0")
        .summary("Replaces the element of a list at an index.")
        .complexity("O(log N) in practice, N being the distance from the nearer end in a long list")
        .flags(WRITE, DENYOOM)
        .key("key", RW, UPDATE)
        .integer("index")
        .string("element");
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    if (!list.set(call.integer(2), call.argument(3))) {
      throw new CommandException("ERR index out of range");
    }
    call.database().changed(key, KeyEvent.LSET, 1);
    call.reply().ok();
  }
}
