package io.jacinth.commands.set;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Slice;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The sets that one command reads together, all open at once; null where a key holds nothing. */
final class SetSources {
  /** The keys of one call that have a view each. */
  private static final int SHARED_VIEWS = 128;

  private final @Nullable SetValue[] sets;

  private SetSources(@Nullable SetValue[] sets) {
    this.sets = sets;
  }

  /**
   * Opens the sets of the keys from one position to before another.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGTYPE where one holds something else
   */
  static SetSources of(Call call, int first, int end) {
    @Nullable SetValue[] sets = new SetValue[end - first];
    boolean isFew = call.count() <= SHARED_VIEWS;
    for (int i = first; i < end; i++) {
      Key key = isFew ? call.key(i) : call.ownKey(i);
      sets[i - first] = call.database().set(key);
    }
    return new SetSources(sets);
  }

  int count() {
    return sets.length;
  }

  @Nullable SetValue get(int index) {
    return sets[index];
  }

  boolean hasMissing() {
    for (SetValue set : sets) {
      if (set == null) {
        return true;
      }
    }
    return false;
  }

  /** Number of members of all sets. */
  long totalSize() {
    long total = 0;
    for (SetValue set : sets) {
      total += size(set);
    }
    return total;
  }

  static long size(@Nullable SetValue set) {
    return set == null ? 0 : set.size();
  }

  /** Sorts the sets from an index on, the smallest first or the largest. */
  void sort(int from, boolean isAscending) {
    Comparator<@Nullable SetValue> bySize = Comparator.comparingLong(SetSources::size);
    Arrays.sort(sets, from, sets.length, isAscending ? bySize : bySize.reversed());
  }

  /** Puts the members gathered in the place of what is under the call's first key. */
  static void store(Call call, MemberPool result, KeyEvent event) {
    Database database = call.database();
    Key key = call.key(1);
    long count = result.count();
    if (count == 0) {
      database.delete(key, KeyEvent.DEL);
    } else {
      database.clear(key);
      fill(database.setToFill(key), result);
      database.changed(key, event, 1);
    }
    result.clear();
    call.reply().integer(count);
  }

  private static void fill(SetValue target, MemberPool result) {
    result.rewind();
    for (Slice member = result.next(); member != null; member = result.next()) {
      target.add(member);
    }
  }
}
