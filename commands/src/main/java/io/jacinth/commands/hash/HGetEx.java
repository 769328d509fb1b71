package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;

/**
 * {@code HGETEX key [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT
 * unix-time-milliseconds | PERSIST] FIELDS numfields field [field ...]}: the values of fields, nil
 * for each that is not there; their deadlines may change. A time that has passed removes them.
 */
final class HGetEx implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HGETEX")
        .in(CommandGroup.HASH)
        .since("8.0.0")
        .summary(
            "Answers the values of fields of a hash and sets, changes or removes their deadlines.")
        .complexity("O(N), N being the number of fields")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .optional(
            Argument.oneOf(
                "expiration",
                Argument.integer("seconds").token("EX"),
                Argument.integer("milliseconds").token("PX"),
                Argument.unixTime("unix-time-seconds").token("EXAT"),
                Argument.unixTime("unix-time-milliseconds").token("PXAT"),
                Argument.word("PERSIST")))
        .argument(FieldList.ARGUMENT);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    HashValue hash = call.database().hashToChange(key);
    boolean isExpire = FieldDeadlines.isOption(call, 2);
    boolean isPersist = call.is(2, "PERSIST");
    long deadline = isExpire ? FieldDeadlines.optionDeadline(call, 2) : HashValue.NO_DEADLINE;
    int first = FieldList.first(call, isExpire ? 4 : isPersist ? 3 : 2);
    int set = 0;
    int removed = 0;
    int persisted = 0;
    call.reply().array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      Slice field = call.argument(i);
      Element value = hash == null ? null : hash.get(field);
      Fields.answer(call.reply(), value);
      if (hash == null || value == null) {
        continue;
      }
      if (isExpire) {
        boolean isSet = FieldDeadlines.setOrRemove(call, hash, field, deadline);
        set += isSet ? 1 : 0;
        removed += isSet ? 0 : 1;
      } else if (isPersist && hash.deadline(field) != HashValue.NO_DEADLINE) {
        call.propagation().instead("HPERSIST").word(key.bytes()).word("FIELDS").word(1).word(field);
        hash.setDeadline(field, HashValue.NO_DEADLINE);
        persisted++;
      }
    }
    FieldDeadlines.state(call, key, set, removed);
    if (persisted > 0) {
      call.database().changed(key, KeyEvent.HPERSIST, persisted);
    }
  }
}
