package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.SetTable;
import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Slice;

/**
 * {@code SPOP key [count]}: removes members drawn at random and answers them. The count is checked
 * before the key, whose type is checked even where the count is 0.
 */
final class SPop implements Command {
  private static final String NOT_POSITIVE = "ERR value is out of range, must be positive";

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SPOP")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Removes members drawn at random from a set and returns them.")
        .complexity("O(N), N being the number of members drawn")
        .flags(WRITE, FAST)
        .tips("nondeterministic_output")
        .key("key", RW, ACCESS, DELETE)
        .optional(integer("count").since("3.2.0"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (call.count() == 3) {
      popSome(call, call.integer(2, 0, Long.MAX_VALUE, NOT_POSITIVE));
      return;
    }
    Key key = call.key(1);
    SetValue set = call.database().setToChange(key);
    if (set == null) {
      call.reply().nil();
      return;
    }
    set.random();
    call.propagation().instead("SREM").word(key.bytes()).word(set.member().bytes());
    set.member().writeTo(call.reply());
    set.remove();
    call.database().changed(key, KeyEvent.SPOP, 1);
  }

  private static void popSome(Call call, long count) {
    Key key = call.key(1);
    SetValue set = call.database().setToChange(key);
    if (set == null || count == 0) {
      call.reply().set(0);
    } else if (count >= set.size()) {
      long size = set.size();
      call.propagation().instead("DEL").word(key.bytes());
      SetReplies.writeAll(set, call.reply());
      call.database().changed(key, KeyEvent.SPOP, size);
      call.database().delete(key, KeyEvent.DEL);
    } else {
      call.propagation().instead("SREM").word(key.bytes());
      popFewer(call, set, count);
      call.database().changed(key, KeyEvent.SPOP, count);
    }
  }

  private static void popFewer(Call call, SetValue set, long count) {
    if (set.table() == null) {
      popPacked(call, set, count);
    } else if (count > set.size() / 2) {
      popMost(call, set, set.table(), count);
    } else {
      call.reply().set(count);
      for (long i = 0; i < count; i++) {
        set.random();
        pop(call, set);
      }
    }
  }

  private static void pop(Call call, SetValue set) {
    call.propagation().word(set.member().bytes());
    set.member().writeTo(call.reply());
    set.remove();
  }

  private static void popPacked(Call call, SetValue set, long count) {
    call.reply().set(count);
    long wanted = count;
    long left = set.size();
    set.rewind();
    while (wanted > 0 && set.next()) {
      if (set.draws(wanted, left--)) {
        pop(call, set);
        wanted--;
      }
    }
  }

  /** Draws more than half: the others move to a new table, which is less work. */
  private static void popMost(Call call, SetValue set, SetTable table, long count) {
    MemberPool drawn = call.memberPool();
    SetTable others = set.newTable();
    Slice view = new Slice();
    long wanted = count;
    long left = table.size();
    try {
      set.rewind();
      while (set.next()) {
        Slice member = view.set(set.member().bytes());
        if (set.draws(wanted, left--)) {
          call.propagation().word(member);
          drawn.append(member);
          wanted--;
        } else {
          others.add(member);
        }
      }
      set.become(others);
    } catch (OutOfMemoryError refused) {
      others.free();
      throw refused;
    }
    call.reply().set(count);
    drawn.writeTo(call.reply());
  }
}
