package io.jacinth.commands.set;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Slice;

/**
 * {@code SMOVE source destination member}: moves a member; 1 where the source had it. The types of
 * both keys are only looked at where the source exists.
 */
final class SMove implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SMOVE")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Moves a member from one set to another.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("source", RW, ACCESS, DELETE)
        .key("destination", RW, INSERT)
        .string("member");
  }

  @Override
  public void run(Call call) {
    Database database = call.database();
    Key source = call.key(1);
    Key target = call.key(2);
    Slice member = call.argument(3);
    SetValue from = database.setToChange(source);
    if (from == null) {
      call.reply().integer(0);
      return;
    }
    SetValue to = database.setToFill(target);
    boolean isThere = from.contains(member);
    if (isThere && !source.bytes().contentEquals(target.bytes())) {
      move(database, source, target, member, to.add(member));
    }
    call.reply().integer(isThere ? 1 : 0);
  }

  /** Takes from the source what is by now in the target: what may find no memory comes first. */
  private static void move(Database database, Key source, Key target, Slice member, boolean isNew) {
    database.setToFill(source).remove(member);
    database.changed(source, KeyEvent.SREM, 1);
    if (isNew) {
      database.changed(target, KeyEvent.SADD, 1);
    }
  }
}
