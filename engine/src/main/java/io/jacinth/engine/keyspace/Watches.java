package io.jacinth.engine.keyspace;

import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who watches keys of one partition, by key. Used under the partition's lock. A watch that was
 * touched is dropped here at once: however many clients watch a key, each is told once.
 */
public final class Watches {
  private final Map<WaitedKey, List<Watch>> byKey = new HashMap<>();

  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Number of keys that somebody watches. */
  public int size() {
    return byKey.size();
  }

  public void add(Watch watch) {
    List<Watch> watches = byKey.computeIfAbsent(watch.key(), unused -> new ArrayList<>(1));
    watch.place = watches.size();
    watches.add(watch);
  }

  /** Ends a watch, if it was not touched before. */
  public void remove(Watch watch) {
    List<Watch> watches = watch.place < 0 ? null : byKey.get(watch.key());
    if (watches != null) {
      take(watches, watch);
      if (watches.isEmpty()) {
        byKey.remove(watch.key());
      }
    }
  }

  /** Takes a watch out of those of its key; the last one takes its place. */
  private static void take(List<Watch> watches, Watch watch) {
    Watch last = watches.removeLast();
    if (last != watch) {
      watches.set(watch.place, last);
      last.place = watch.place;
    }
    watch.place = -1;
  }

  /** Tells all who watch a key that it has changed. */
  public void touch(int database, Slice name) {
    List<Watch> watches = byKey.remove(new WaitedKey(database, name));
    if (watches != null) {
      for (Watch watch : watches) {
        watch.place = -1;
        watch.touch();
      }
    }
  }

  /** A key has expired: a change for those alone for whom it had not when they began to watch. */
  public void expired(int database, Slice name) {
    List<Watch> watches = byKey.get(new WaitedKey(database, name));
    if (watches != null) {
      touch(watches, Watch::existed);
    }
  }

  /** Tells those who watch a key of a database and meet a condition. */
  public void touchAll(int database, Predicate<Watch> condition) {
    List<List<Watch>> all = new ArrayList<>(byKey.values());
    for (List<Watch> watches : all) {
      if (watches.getFirst().database() == database) {
        touch(watches, condition);
      }
    }
  }

  private void touch(List<Watch> watches, Predicate<Watch> condition) {
    WaitedKey key = watches.getFirst().key();
    for (int i = watches.size() - 1; i >= 0; i--) {
      Watch watch = watches.get(i);
      if (condition.test(watch)) {
        take(watches, watch);
        watch.touch();
      }
    }
    if (watches.isEmpty()) {
      byKey.remove(key);
    }
  }
}
