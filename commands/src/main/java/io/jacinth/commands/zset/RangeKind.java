package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Slice;

/** What the two ends of a range are; each kind turns them into ranks. */
enum RangeKind {
  /** Ranks from 0, or from -1 backwards; both inclusive. */
  RANK {
    @Override
    void check(Call call, int index) {
      call.integer(index);
    }

    @Override
    long from(Call call, ZsetValue set, int index) {
      return Math.clamp(rank(call, set, index), 0, set.size());
    }

    @Override
    long to(Call call, ZsetValue set, int index) {
      return Math.clamp(rank(call, set, index), -1, set.size() - 1) + 1;
    }

    private static long rank(Call call, ZsetValue set, int index) {
      long rank = call.integer(index);
      return rank < 0 ? rank + set.size() : rank;
    }
  },

  /** Scores, inclusive, or exclusive after a parenthesis. */
  SCORE {
    @Override
    void check(Call call, int index) {
      ScoreArguments.bound(call, index);
    }

    @Override
    long from(Call call, ZsetValue set, int index) {
      boolean isExclusive = ScoreArguments.isExclusive(call, index);
      return set.countBelow(ScoreArguments.bound(call, index), isExclusive);
    }

    @Override
    long to(Call call, ZsetValue set, int index) {
      boolean isExclusive = ScoreArguments.isExclusive(call, index);
      return set.countBelow(ScoreArguments.bound(call, index), !isExclusive);
    }
  },

  /** Members after a bracket or a parenthesis; a minus and a plus stand for the ends. */
  LEX {
    @Override
    void check(Call call, int index) {
      Slice bound = call.argument(index);
      boolean isSound =
          switch (bound.isEmpty() ? 0 : bound.at(0)) {
            case '-', '+' -> bound.length() == 1 || bound.at(1) == 0;
            case '[', '(' -> true;
            default -> false;
          };
      if (!isSound) {
        throw new CommandException("ERR min or max not valid string range item");
      }
    }

    @Override
    long from(Call call, ZsetValue set, int index) {
      return count(call, set, index, call.argument(index).at(0) == '(');
    }

    @Override
    long to(Call call, ZsetValue set, int index) {
      return count(call, set, index, call.argument(index).at(0) == '[');
    }

    private static long count(Call call, ZsetValue set, int index, boolean isInclusive) {
      Slice bound = call.argument(index);
      return switch (bound.at(0)) {
        case '-' -> 0;
        case '+' -> set.size();
        default ->
            set.countBelow(
                bound.set(bound.segment(), bound.offset() + 1, bound.length() - 1), isInclusive);
      };
    }
  };

  /**
   * Sees to it that an argument can be an end of a range.
   *
   * @throws CommandException where it cannot
   */
  abstract void check(Call call, int index);

  /** The rank of the first member in a range that begins with an argument. */
  abstract long from(Call call, ZsetValue set, int index);

  /** The rank behind the last member in a range that ends with an argument. */
  abstract long to(Call call, ZsetValue set, int index);
}
