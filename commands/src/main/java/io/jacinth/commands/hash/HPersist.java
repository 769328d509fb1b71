package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;

/**
 * {@code HPERSIST key FIELDS numfields field [field ...]}: takes the deadlines of fields away; 1
 * for each that had one, -1 where it had none, -2 where there is no such field.
 */
final class HPersist implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HPERSIST")
        .in(CommandGroup.HASH)
        .since("7.4.0")
        .summary("Takes the deadlines of fields of a hash away.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, FAST)
        .key("key", RW, UPDATE)
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToChange(key);
    int first = FieldList.first(call, 2);
    if (hash == null) {
      FieldList.answerAll(call, first, -2);
      return;
    }
    int changed = 0;
    call.reply().array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      int code = persist(hash, call.argument(i));
      changed += code > 0 ? 1 : 0;
      call.reply().integer(code);
    }
    if (changed > 0) {
      call.database().changed(key, KeyEvent.HPERSIST, changed);
    }
  }

  private static int persist(HashValue hash, Slice field) {
    long deadline = hash.deadline(field);
    if (deadline == HashValue.NO_FIELD) {
      return -2;
    }
    if (deadline == HashValue.NO_DEADLINE) {
      return -1;
    }
    hash.setDeadline(field, HashValue.NO_DEADLINE);
    return 1;
  }
}
