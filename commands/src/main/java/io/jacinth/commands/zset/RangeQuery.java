package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.ZsetTable;
import io.jacinth.engine.value.ZsetValue;
import org.jspecify.annotations.Nullable;

/** The members that ZRANGE and its kin ask for. Made for one call. */
final class RangeQuery {
  private final Call call;
  private RangeKind kind;
  private boolean isReverse;
  private boolean hasScores;
  private long offset;
  private long limit = -1;
  private int from;
  private int to;

  private RangeQuery(Call call, RangeKind kind, boolean isReverse) {
    this.call = call;
    this.kind = kind;
    this.isReverse = isReverse;
  }

  /**
   * The range of ZRANGE or ZRANGESTORE, whose options say all.
   *
   * @param ends the position of the range's first end
   */
  static RangeQuery open(Call call, int ends, boolean isStored) {
    return new RangeQuery(call, RangeKind.RANK, false).parse(ends, true, isStored);
  }

  /** The range of a command whose name says what kind it is. */
  static RangeQuery of(Call call, RangeKind kind, boolean isReverse) {
    return new RangeQuery(call, kind, isReverse).parse(2, false, false);
  }

  private RangeQuery parse(int ends, boolean isOpen, boolean isStored) {
    boolean isKindOpen = isOpen;
    boolean isOrderOpen = isOpen;
    for (int i = ends + 2; i < call.count(); i++) {
      if (!isStored && call.is(i, "WITHSCORES")) {
        hasScores = true;
      } else if (call.is(i, "LIMIT") && i + 2 < call.count()) {
        offset = call.integer(++i);
        limit = call.integer(++i);
      } else if (isOrderOpen && call.is(i, "REV")) {
        isReverse = true;
        isOrderOpen = false;
      } else if (isKindOpen && (call.is(i, "BYLEX") || call.is(i, "BYSCORE"))) {
        kind = call.is(i, "BYLEX") ? RangeKind.LEX : RangeKind.SCORE;
        isKindOpen = false;
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    checkCombination();
    boolean isSwapped = isReverse && kind != RangeKind.RANK;
    from = isSwapped ? ends + 1 : ends;
    to = isSwapped ? ends : ends + 1;
    kind.check(call, from);
    kind.check(call, to);
    return this;
  }

  private void checkCombination() {
    if (limit != -1 && kind == RangeKind.RANK) {
      throw new CommandException(
          "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
    }
    if (hasScores && kind == RangeKind.LEX) {
      throw new CommandException(
          "ERR syntax error, WITHSCORES not supported in combination with BYLEX");
    }
  }

  /** Answers the members of the range in a set, which may be none. */
  void answer(@Nullable ZsetValue set) {
    if (set == null) {
      call.reply().array(0);
      return;
    }
    long start = kind.from(call, set, from);
    long end = kind.to(call, set, to);
    long count = limited(end - start);
    ScoredReply.begin(call.reply(), count, hasScores);
    boolean is = count > 0 && set.at(first(set, start, end));
    for (long i = 0; is && i < count; i++) {
      ScoredReply.member(call.reply(), set, hasScores);
      is = isReverse ? set.previous() : set.next();
    }
  }

  /** Adds the members of the range to a result. */
  void collect(ZsetValue set, ZsetTable result) {
    long start = kind.from(call, set, from);
    long end = kind.to(call, set, to);
    long count = limited(end - start);
    boolean is = count > 0 && set.at(first(set, start, end));
    for (long i = 0; is && i < count; i++) {
      result.add(set.member().bytes(), set.score());
      is = isReverse ? set.previous() : set.next();
    }
  }

  /** How many of so many members the limit leaves. */
  private long limited(long count) {
    if (kind == RangeKind.RANK) {
      return Math.max(0, count);
    }
    if (offset < 0 || offset >= count) {
      return 0;
    }
    long left = count - offset;
    return limit < 0 ? left : Math.min(left, limit);
  }

  /** The rank of the first member to answer. */
  private long first(ZsetValue set, long start, long end) {
    if (kind == RangeKind.RANK) {
      return isReverse ? set.size() - 1 - start : start;
    }
    return isReverse ? end - 1 - offset : start + offset;
  }
}
