package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code APPEND key value}: adds bytes at the end of a string, answers its new length. */
final class Append implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("APPEND")
        .in(CommandGroup.STRING)
        .since("2.0.0")
        .summary(
            "Adds bytes at the end of the string held by a key; a missing key counts as empty.")
        .complexity(
            "O(N), N being the number of bytes added; the string is moved now and then as it grows")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, INSERT)
        .string("value");
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    Slice suffix = call.argument(2);
    if (old == null) {
      call.database().setString(key, suffix, Entry.NO_DEADLINE, KeyEvent.APPEND);
      call.reply().integer(suffix.length());
      return;
    }
    int length = Lengths.checked(call, old.length(), suffix.length());
    call.database().append(key, suffix, KeyEvent.APPEND);
    call.reply().integer(length);
  }
}
