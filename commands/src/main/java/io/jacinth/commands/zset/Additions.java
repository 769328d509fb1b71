package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Slice;

/** What ZADD and ZINCRBY do. */
final class Additions {
  private final Call call;
  private boolean isOnlyNew;
  private boolean isOnlyOld;
  private boolean isOnlyGreater;
  private boolean isOnlyLess;
  private boolean countsChanges;
  private boolean isIncrement;
  private int first = 2;
  private long added;
  private long updated;

  /** The score that an increment led to; not a number where the options forbade it. */
  private double result = Double.NaN;

  private Additions(Call call, boolean isIncrement) {
    this.call = call;
    this.isIncrement = isIncrement;
  }

  static void run(Call call, boolean isIncrement) {
    Additions additions = new Additions(call, isIncrement);
    additions.parse();
    additions.apply(call.key(1));
    additions.answer();
  }

  private void parse() {
    while (first < call.count() && isOption(first)) {
      first++;
    }
    int words = call.count() - first;
    if (words == 0 || words % 2 != 0) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (isOnlyNew && isOnlyOld) {
      throw new CommandException("ERR XX and NX options at the same time are not compatible");
    }
    if (isOnlyNew && (isOnlyGreater || isOnlyLess) || isOnlyGreater && isOnlyLess) {
      throw new CommandException(
          "ERR GT, LT, and/or NX options at the same time are not compatible");
    }
    if (isIncrement && words > 2) {
      throw new CommandException("ERR INCR option supports a single increment-element pair");
    }
    for (int i = first; i < call.count(); i += 2) {
      ScoreArguments.score(call, i);
    }
  }

  private boolean isOption(int index) {
    if (call.is(index, "NX")) {
      isOnlyNew = true;
    } else if (call.is(index, "XX")) {
      isOnlyOld = true;
    } else if (call.is(index, "CH")) {
      countsChanges = true;
    } else if (call.is(index, "INCR")) {
      isIncrement = true;
    } else if (call.is(index, "GT")) {
      isOnlyGreater = true;
    } else if (call.is(index, "LT")) {
      isOnlyLess = true;
    } else {
      return false;
    }
    return true;
  }

  private void apply(Key key) {
    ZsetValue set = isOnlyOld ? call.database().zsetToChange(key) : call.database().zsetToFill(key);
    if (set == null) {
      return;
    }
    try {
      for (int i = first; i < call.count(); i += 2) {
        put(set, ScoreArguments.score(call, i), call.argument(i + 1));
      }
    } finally {
      if (added + updated > 0) {
        call.database().changed(key, isIncrement ? KeyEvent.ZINCR : KeyEvent.ZADD, added + updated);
      }
    }
  }

  private void put(ZsetValue set, double score, Slice member) {
    if (set.find(member)) {
      change(set, score, member);
    } else if (!isOnlyOld) {
      set.add(member, score);
      added++;
      result = score;
    }
  }

  private void change(ZsetValue set, double given, Slice member) {
    if (isOnlyNew) {
      return;
    }
    double old = set.score();
    double score = isIncrement ? old + given : given;
    if (Double.isNaN(score)) {
      throw new CommandException("ERR resulting score is not a number (NaN)");
    }
    if (isOnlyGreater && score <= old || isOnlyLess && score >= old) {
      return;
    }
    result = score;
    if (score != old) {
      set.rescore(member, score);
      updated++;
    }
  }

  private void answer() {
    if (!isIncrement) {
      call.reply().integer(countsChanges ? added + updated : added);
    } else if (Double.isNaN(result)) {
      call.reply().nil();
    } else {
      call.reply().real(result);
    }
  }
}
