package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Reply;

/**
 * {@code SRANDMEMBER key [count]}: members drawn at random; of a negative count, perhaps one
 * several times. The count is checked before the key.
 */
final class SRandMember implements Command {
  private static final String TOO_NEGATIVE =
      "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807";

  /** Of a table, less than one member in so many is drawn blindly until enough differ. */
  private static final int FEW = 10;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SRANDMEMBER")
        .in(CommandGroup.SET)
        .since("1.0.0")
        .summary("Returns members of a set drawn at random.")
        .complexity("O(N), N being the number of members drawn")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .optional(integer("count").since("2.6.0"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (call.count() == 3) {
      drawSome(call, count(call));
      return;
    }
    SetValue set = call.database().set(call.key(1));
    if (set == null) {
      call.reply().nil();
      return;
    }
    set.random();
    set.member().writeTo(call.reply());
  }

  private static long count(Call call) {
    long count = call.integer(2);
    if (count == Long.MIN_VALUE) {
      throw new CommandException(TOO_NEGATIVE);
    }
    return count;
  }

  private static void drawSome(Call call, long count) {
    SetValue set = call.database().set(call.key(1));
    if (set == null || count == 0) {
      call.reply().array(0);
    } else if (count < 0) {
      drawWithRepeats(call.reply(), set, -count);
    } else if (set.table() != null && count < set.size() / FEW) {
      drawFew(call, set, count);
    } else {
      walk(call.reply(), set, Math.min(count, set.size()));
    }
  }

  private static void drawWithRepeats(Reply reply, SetValue set, long count) {
    reply.array(count);
    for (long i = 0; i < count; i++) {
      set.random();
      set.member().writeTo(reply);
    }
  }

  private static void drawFew(Call call, SetValue set, long count) {
    MemberPool drawn = call.memberPool();
    while (drawn.count() < count) {
      set.random();
      drawn.add(set.member().bytes());
    }
    call.reply().array(count);
    drawn.writeTo(call.reply());
  }

  /** Decides of each member in turn (selection sampling: Knuth, TAOCP 3.4.2, algorithm S). */
  private static void walk(Reply reply, SetValue set, long count) {
    reply.array(count);
    long wanted = count;
    long left = set.size();
    set.rewind();
    while (wanted > 0 && set.next()) {
      if (set.draws(wanted, left--)) {
        set.member().writeTo(reply);
        wanted--;
      }
    }
  }
}
