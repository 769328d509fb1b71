package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/**
 * {@code HGETDEL key FIELDS numfields field [field ...]}: the values of fields, nil for each that
 * is not there; the fields are removed, and the hash with its last one.
 */
final class HGetDel implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HGETDEL")
        .in(CommandGroup.HASH)
        .since("8.0.0")
        .summary("Answers the values of fields of a hash and removes the fields.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, DELETE)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToChange(key);
    int first = FieldList.first(call, 2);
    int removed = 0;
    call.propagation().instead("HDEL").word(key.bytes());
    for (int i = first; i < call.count(); i++) {
      call.propagation().word(call.argument(i));
    }
    call.reply().array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      Fields.answer(call.reply(), hash == null ? null : hash.get(call.argument(i)));
      removed += hash != null && hash.remove(call.argument(i)) ? 1 : 0;
    }
    if (removed > 0) {
      call.database().changed(key, KeyEvent.HDEL, removed);
    }
  }
}
