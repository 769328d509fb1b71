package io.jacinth.commands.zset;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code ZRANDMEMBER key [count [WITHSCORES]]}: members drawn at random; distinct ones where the
 * count is positive, any where it is negative.
 */
final class ZRandMember implements Command {
  private static final long MOST_PAIRS = Long.MAX_VALUE / 2;
  private static final long FEW = 8;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZRANDMEMBER")
        .in(CommandGroup.SORTED_SET)
        .since("6.2.0")
        .summary("Returns members of a sorted set drawn at random.")
        .complexity(
            "O(M*log(N)), N being the size of the sorted set and M the number of members drawn")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .optional(block("options", integer("count"), word("WITHSCORES").optional()));
  }

  @Override
  public void run(Call call) {
    if (call.count() == 2) {
      runOne(call);
      return;
    }
    long count = call.integer(2);
    if (count < -Long.MAX_VALUE) {
      throw new CommandException(
          "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");
    }
    boolean hasScores = call.count() > 3;
    if (call.count() > 4 || hasScores && !call.is(3, "WITHSCORES")) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (hasScores && (count < -MOST_PAIRS || count > MOST_PAIRS)) {
      throw ErrorReply.OUT_OF_RANGE.exception();
    }
    ZsetValue set = call.database().zset(call.key(1));
    if (set == null || count == 0) {
      call.reply().array(0);
    } else if (count < 0) {
      drawAny(call, set, -count, hasScores);
    } else {
      drawDistinct(call, set, Math.min(count, set.size()), hasScores);
    }
  }

  private static void runOne(Call call) {
    ZsetValue set = call.database().zset(call.key(1));
    if (set == null) {
      call.reply().nil();
    } else {
      set.at(set.random().nextLong(set.size()));
      set.member().writeTo(call.reply());
    }
  }

  private static void drawAny(Call call, ZsetValue set, long count, boolean hasScores) {
    ScoredReply.begin(call.reply(), count, hasScores);
    for (long i = 0; i < count; i++) {
      set.at(set.random().nextLong(set.size()));
      ScoredReply.member(call.reply(), set, hasScores);
    }
  }

  /**
   * Goes through all members, and takes each with the chance that leaves every choice as likely
   * (Fan, Muller and Rezucha 1962), unless few of many are wanted: then draws ranks (Floyd 1987).
   */
  private static void drawDistinct(Call call, ZsetValue set, long count, boolean hasScores) {
    ScoredReply.begin(call.reply(), count, hasScores);
    if (count * FEW < set.size()) {
      drawRanks(call, set, count, hasScores);
      return;
    }
    long wanted = count;
    boolean is = set.at(0);
    for (long left = set.size(); is && wanted > 0; left--) {
      if (set.random().nextLong(left) < wanted) {
        ScoredReply.member(call.reply(), set, hasScores);
        wanted--;
      }
      is = set.next();
    }
  }

  private static void drawRanks(Call call, ZsetValue set, long count, boolean hasScores) {
    Set<Long> ranks = new HashSet<>();
    for (long last = set.size() - count; last < set.size(); last++) {
      long drawn = set.random().nextLong(last + 1);
      long rank = ranks.add(drawn) ? drawn : last;
      ranks.add(rank);
      set.at(rank);
      ScoredReply.member(call.reply(), set, hasScores);
    }
  }
}
