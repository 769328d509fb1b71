package io.jacinth.commands.generic;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One run of SORT or SORT_RO. Options are checked before the key's type. Elements are copied into a
 * pool, what BY names for each is looked up, indexes are sorted, what GET names is answered or
 * stored.
 *
 * <p>Elements that are not to be sorted (BY a name without a star) keep the order of a list or a
 * sorted set, from its end where DESC is said. Of a set they are sorted all the same where they are
 * stored, so that the result follows from the content alone.
 */
final class Sorting {
  private static final String NO_NUMBERS = "ERR One or more scores can't be converted into double";

  private final Call call;
  private final SortOptions options;
  private final MemberPool pool;
  private final Slice view = new Slice();
  private long[] places = new long[16];
  private int count;

  private Sorting(Call call, SortOptions options) {
    this.call = call;
    this.options = options;
    this.pool = call.memberPool();
  }

  static void run(Call call, boolean mayStore) {
    new Sorting(call, SortOptions.of(call, mayStore)).run();
  }

  private void run() {
    boolean isSet = gather();
    long first = Math.min(Math.max(options.offset, 0), count);
    long end = options.count < 0 ? count : Math.min(first + Math.min(options.count, count), count);
    if (!options.isUnsorted) {
      places = sort();
    } else if (isSet && (options.target != 0 || call.isScripted())) {
      places = new Sorter(pool, places, null, null, options.isDescending).sorted(count);
    }
    if (options.target == 0) {
      answer((int) first, (int) end);
    } else {
      store((int) first, (int) end);
    }
    pool.clear();
  }

  // ---------------------------------------------------------------- elements

  /** Copies all elements into the pool; answers whether they are a set's. */
  private boolean gather() {
    Key key = call.key(1);
    Entry entry = call.database().read(key);
    if (entry == null) {
      return false;
    }
    ValueType type = entry.type();
    switch (type) {
      case LIST -> gatherList(call.database().list(key));
      case SET -> gatherSet(call.database().set(key));
      case ZSET -> gatherSortedSet(call.database().zset(key));
      case STRING, HASH, STREAM -> throw ErrorReply.WRONG_TYPE.exception();
    }
    return type == ValueType.SET;
  }

  /** Whether elements are taken from the end. */
  private boolean isBackwards() {
    return options.isUnsorted && options.isDescending;
  }

  private void gatherList(@Nullable ListValue list) {
    if (list != null) {
      boolean is = list.seek(isBackwards() ? list.size() - 1 : 0);
      while (is) {
        take(list.element().bytes());
        is = isBackwards() ? list.previous() : list.next();
      }
    }
  }

  private void gatherSet(@Nullable SetValue set) {
    if (set != null) {
      set.rewind();
      while (set.next()) {
        take(set.member().bytes());
      }
    }
  }

  private void gatherSortedSet(@Nullable ZsetValue set) {
    if (set != null) {
      boolean is = set.at(isBackwards() ? set.size() - 1 : 0);
      while (is) {
        take(set.member().bytes());
        is = isBackwards() ? set.previous() : set.next();
      }
    }
  }

  private void take(Slice element) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    places[count++] = pool.append(element);
  }

  // ---------------------------------------------------------------- order

  private long[] sort() {
    double @Nullable [] scores = options.isAlphabetic ? null : scores();
    long @Nullable [] keys = options.isAlphabetic && options.by != null ? keys(options.by) : null;
    return new Sorter(pool, places, scores, keys, options.isDescending).sorted(count);
  }

  private double[] scores() {
    double[] scores = new double[count];
    for (int i = 0; i < count; i++) {
      Slice text = pool.member(places[i], view);
      if (options.by != null) {
        text = options.by.lookUp(call, text);
      }
      scores[i] = text == null ? 0 : SortScore.of(text);
    }
    for (double score : scores) {
      if (Double.isNaN(score)) {
        throw new CommandException(NO_NUMBERS);
      }
    }
    return scores;
  }

  /** Copies what a pattern names for each element into the pool. */
  private long[] keys(SortPattern by) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      if (by.isElement()) {
        keys[i] = places[i];
      } else {
        Slice value = by.lookUp(call, pool.member(places[i], view));
        keys[i] = value == null ? -1 : pool.append(value);
      }
    }
    return keys;
  }

  // ---------------------------------------------------------------- result

  private void answer(int first, int end) {
    Reply reply = call.reply();
    reply.array((long) (end - first) * Math.max(options.gets.size(), 1));
    for (int i = first; i < end; i++) {
      Slice element = pool.member(places[i], view);
      if (options.gets.isEmpty()) {
        reply.bulk(element);
      }
      for (int j = 0; j < options.gets.size(); j++) {
        Slice value = options.gets.get(j).lookUp(call, element);
        if (value == null) {
          reply.nil();
        } else {
          reply.bulk(value);
        }
      }
    }
  }

  /** Puts a list of the results in the place of whatever is under the key; an absent one is "". */
  private void store(int first, int end) {
    long results = pool.end();
    for (int i = first; i < end; i++) {
      if (options.gets.isEmpty()) {
        pool.appendAgain(places[i]);
      }
      for (int j = 0; j < options.gets.size(); j++) {
        addResult(options.gets.get(j), places[i]);
      }
    }
    Database database = call.database();
    Key target = call.key(options.target);
    long stored = 0;
    if (first == end) {
      database.delete(target, KeyEvent.DEL);
    } else {
      database.clear(target);
      stored = fill(database.listToFill(target), results);
      database.changed(target, KeyEvent.SORTSTORE, stored);
    }
    call.reply().integer(stored);
  }

  private void addResult(SortPattern get, long place) {
    if (get.isElement()) {
      pool.appendAgain(place);
    } else {
      Slice value = get.lookUp(call, pool.member(place, view));
      pool.append(value == null ? Slice.EMPTY : value);
    }
  }

  private long fill(ListValue list, long results) {
    long stored = 0;
    pool.rewind(results);
    for (Slice result = pool.next(); result != null; result = pool.next()) {
      list.addLast(result);
      stored++;
    }
    return stored;
  }
}
