package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ScoredMembers;
import io.jacinth.engine.value.ZsetTable;
import io.jacinth.protocol.Slice;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A union, intersection or difference of sorted sets and its options. The sources are read one
 * after another, the smallest first (but for a difference), into a result whose members get their
 * places when all scores are final. Made for one call.
 */
final class SetOperation {
  /** What is made of the sources. */
  enum Kind {
    UNION,
    INTERSECTION,
    DIFFERENCE
  }

  /** What becomes of the scores that a member has in several sources. */
  private enum Aggregate {
    SUM,
    MIN,
    MAX;

    double of(double a, double b) {
      return switch (this) {
        case SUM -> orZero(a + b);
        case MIN -> Math.min(a, b);
        case MAX -> Math.max(a, b);
      };
    }
  }

  private final Call call;
  private final Kind kind;
  private final int first;
  private final int count;
  private final boolean isStored;
  private final boolean isCounted;
  private double @Nullable [] weights;
  private Aggregate aggregate = Aggregate.SUM;
  private boolean hasScores;
  private long limit;
  private double weight = 1;

  private SetOperation(Call call, Kind kind, int at, boolean isStored, boolean isCounted) {
    this.call = call;
    this.kind = kind;
    this.first = at + 1;
    this.count = keys(call, at);
    this.isStored = isStored;
    this.isCounted = isCounted;
  }

  private static int keys(Call call, int at) {
    long keys = call.integer(at);
    if (keys < 1) {
      throw new CommandException(
          "ERR at least 1 input key is needed for '" + call.command().spec().name() + "' command");
    }
    if (keys > call.count() - at - 1) {
      throw ErrorReply.SYNTAX.exception();
    }
    return (int) keys;
  }

  private static double orZero(double score) {
    return Double.isNaN(score) ? 0 : score;
  }

  /** Answers the result of ZUNION, ZINTER or ZDIFF. */
  static void answer(Call call, Kind kind) {
    SetOperation operation = new SetOperation(call, kind, 1, false, false);
    ZsetTable result = operation.run(call.key(operation.first));
    ScoredReply.all(call.reply(), result, operation.hasScores);
    result.free();
  }

  /** Stores the result under the key at position 1. */
  static void store(Call call, Kind kind, KeyEvent event) {
    SetOperation operation = new SetOperation(call, kind, 2, true, false);
    ZsetTable result = operation.run(call.key(1));
    Results.store(call, call.key(1), result, event);
  }

  /** Answers the size of an intersection, or the limit where that is less. */
  static void count(Call call) {
    SetOperation operation = new SetOperation(call, Kind.INTERSECTION, 1, false, true);
    ZsetTable result = operation.run(call.key(operation.first));
    long size = result.size();
    result.free();
    call.reply().integer(operation.limit > 0 ? Math.min(size, operation.limit) : size);
  }

  // ---------------------------------------------------------------- options

  private void parseOptions() {
    for (int i = first + count; i < call.count(); i++) {
      int left = call.count() - i;
      boolean isWeighed = kind != Kind.DIFFERENCE && !isCounted;
      if (isWeighed && left > count && call.is(i, "WEIGHTS")) {
        parseWeights(i + 1);
        i += count;
      } else if (isWeighed && left >= 2 && call.is(i, "AGGREGATE")) {
        aggregate = aggregate(++i);
      } else if (!isStored && !isCounted && call.is(i, "WITHSCORES")) {
        hasScores = true;
      } else if (isCounted && left >= 2 && call.is(i, "LIMIT")) {
        limit = call.integer(++i, 0, Long.MAX_VALUE, "ERR LIMIT can't be negative");
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
  }

  private void parseWeights(int from) {
    weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = ScoreArguments.parse(call.argument(from + i));
      if (Double.isNaN(weights[i])) {
        throw new CommandException("ERR weight value is not a float");
      }
    }
  }

  private Aggregate aggregate(int index) {
    for (Aggregate each : Aggregate.values()) {
      if (call.is(index, each.name())) {
        return each;
      }
    }
    throw ErrorReply.SYNTAX.exception();
  }

  // ---------------------------------------------------------------- sources

  private ZsetTable run(Key home) {
    ZsetTable result = call.database().newZsetTable(home);
    long[] sizes = new long[count];
    for (int i = 0; i < count; i++) {
      ScoredMembers source = call.database().scoredMembers(call.key(first + i));
      sizes[i] = source == null ? 0 : source.size();
    }
    parseOptions();
    try {
      collect(result, order(sizes));
      result.dropExcluded();
      result.orderAll();
    } catch (OutOfMemoryError refused) {
      result.free();
      throw refused;
    }
    return result;
  }

  /** The sources in the order in which they are read. */
  private int[] order(long[] sizes) {
    IntStream all = IntStream.range(0, count);
    return kind == Kind.DIFFERENCE
        ? all.toArray()
        : all.boxed()
            .sorted(Comparator.comparingLong(i -> sizes[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private void collect(ZsetTable result, int[] order) {
    for (int i = 0; i < count; i++) {
      ScoredMembers source = call.database().scoredMembersAgain(call.key(first + order[i]));
      weight = weights == null ? 1 : weights[order[i]];
      if (source == null) {
        if (kind == Kind.INTERSECTION || kind == Kind.DIFFERENCE && i == 0) {
          result.excludeAll();
          return;
        }
      } else if (i == 0 || kind == Kind.UNION) {
        source.forEach((member, score) -> add(result, member, score));
      } else if (kind == Kind.INTERSECTION) {
        result.forEachCollected(ref -> keep(result, ref, source));
      } else {
        subtract(result, source);
      }
    }
  }

  private double weighted(double score) {
    return kind == Kind.DIFFERENCE ? score : orZero(score * weight);
  }

  private void add(ZsetTable result, Slice member, double score) {
    long ref = result.find(member);
    if (ref == 0) {
      result.collect(member, weighted(score));
    } else {
      result.collected(ref, aggregate.of(result.score(ref), weighted(score)));
    }
  }

  private final Slice kept = new Slice();

  private void keep(ZsetTable result, long ref, ScoredMembers source) {
    if (!result.isExcluded(ref)) {
      if (source.find(result.member(ref, kept))) {
        result.collected(ref, aggregate.of(result.score(ref), weighted(source.score())));
      } else {
        result.exclude(ref);
      }
    }
  }

  private void subtract(ZsetTable result, ScoredMembers source) {
    if (source.size() < result.size()) {
      source.forEach((member, score) -> excludeIfThere(result, result.find(member)));
    } else {
      result.forEachCollected(
          ref -> {
            if (source.find(result.member(ref, kept))) {
              excludeIfThere(result, ref);
            }
          });
    }
  }

  private static void excludeIfThere(ZsetTable result, long ref) {
    if (ref != 0 && !result.isExcluded(ref)) {
      result.exclude(ref);
    }
  }
}
