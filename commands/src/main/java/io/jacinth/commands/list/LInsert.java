package io.jacinth.commands.list;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ListValue;

/**
 * {@code LINSERT key BEFORE|AFTER pivot element}: adds an element beside the first that equals the
 * pivot; -1 where none does, 0 where there is no list.
 */
final class LInsert implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LINSERT")
        .in(CommandGroup.LIST)
        .since("2.2.0")
        .summary("Adds an element to a list before or after another one.")
        .complexity("O(N), N being the number of elements before the pivot")
        .flags(WRITE, DENYOOM)
        .key("key", RW, INSERT)
        .argument(oneOf("where", word("BEFORE"), word("AFTER")))
        .string("pivot")
        .string("element");
  }

  @Override
  public void run(Call call) {
    boolean isAfter = call.is(2, "AFTER");
    if (!isAfter && !call.is(2, "BEFORE")) {
      throw ErrorReply.SYNTAX.exception();
    }
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      call.reply().integer(0);
    } else if (list.insert(call.argument(3), isAfter, call.argument(4))) {
      call.database().changed(key, KeyEvent.LINSERT, 1);
      call.reply().integer(list.size());
    } else {
      call.reply().integer(-1);
    }
  }
}
