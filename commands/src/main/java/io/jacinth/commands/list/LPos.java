package io.jacinth.commands.list;

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
import io.jacinth.engine.value.ListValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.Arrays;

/**
 * {@code LPOS key element [RANK rank] [COUNT num-matches] [MAXLEN len]}: the index of an element,
 * or the indexes of several: from the {@code rank}-th match on, backwards where that is negative,
 * looking at no more than {@code len} elements. The options are read before the key.
 */
final class LPos implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LPOS")
        .in(CommandGroup.LIST)
        .since("6.0.6")
        .summary("Returns the indexes of elements of a list that equal one.")
        .complexity("O(N), N being the number of elements looked at")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .string("element")
        .optional(integer("rank").token("RANK"))
        .optional(integer("num-matches").token("COUNT"))
        .optional(integer("len").token("MAXLEN"));
  }

  @Override
  public void run(Call call) {
    long rank = 1;
    long count = -1;
    long most = 0;
    for (int i = 3; i < call.count(); i += 2) {
      if (i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      } else if (call.is(i, "RANK")) {
        rank = rank(call, i + 1);
      } else if (call.is(i, "COUNT")) {
        count = call.integer(i + 1, 0, Long.MAX_VALUE, "ERR COUNT can't be negative");
      } else if (call.is(i, "MAXLEN")) {
        most = call.integer(i + 1, 0, Long.MAX_VALUE, "ERR MAXLEN can't be negative");
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    answer(call, rank, count, most == 0 ? Long.MAX_VALUE : most);
  }

  private static long rank(Call call, int index) {
    long rank = call.integer(index);
    if (rank == 0) {
      throw new CommandException(
          "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or"
              + " use negative to start from the end of the list");
    }
    if (rank == Long.MIN_VALUE) {
      throw new CommandException(
          "ERR value is out of range, must be between -9223372036854775807 and"
              + " 9223372036854775807");
    }
    return rank;
  }

  private static void answer(Call call, long rank, long count, long most) {
    ListValue list = call.database().list(call.key(1));
    Reply reply = call.reply();
    if (count < 0) {
      long[] found = list == null ? NONE : find(list, call.argument(2), rank, 1, most);
      if (found.length == 0) {
        reply.nil();
      } else {
        reply.integer(found[0]);
      }
      return;
    }
    long wanted = count == 0 ? Long.MAX_VALUE : count;
    long[] found = list == null ? NONE : find(list, call.argument(2), rank, wanted, most);
    reply.array(found.length);
    for (long index : found) {
      reply.integer(index);
    }
  }

  private static final long[] NONE = {};

  private static long[] find(ListValue list, Slice element, long rank, long wanted, long most) {
    boolean isBackwards = rank < 0;
    long skipped = Math.abs(rank) - 1;
    long index = isBackwards ? list.size() - 1 : 0;
    int count = 0;
    long[] found = NONE;
    list.compareWith(element);
    boolean isThere = list.seek(isBackwards ? -1 : 0);
    for (long left = most; isThere && left > 0 && count < wanted; left--) {
      if (list.isEqual() && --skipped < 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(1, count * 2));
        }
        found[count++] = index;
      }
      isThere = isBackwards ? list.previous() : list.next();
      index += isBackwards ? -1 : 1;
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }
}
