package io.jacinth.commands.set;

import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.SetValue;
import org.jspecify.annotations.Nullable;

/** Intersection, union and difference of sets, gathered in a pool. */
final class SetAlgebra {
  private SetAlgebra() {}

  /** Gathers the members that all sets have. */
  static void intersection(SetSources sources, MemberPool result) {
    SetValue smallest = smallest(sources);
    if (smallest == null) {
      return;
    }
    smallest.rewind();
    while (smallest.next()) {
      Element member = smallest.member();
      if (isInAll(sources, member)) {
        result.append(member.bytes());
      }
    }
  }

  /** Number of members that all sets have; at least a limit ends the count, unless that is 0. */
  static long commonMembers(SetSources sources, long limit) {
    SetValue smallest = smallest(sources);
    if (smallest == null) {
      return 0;
    }
    long count = 0;
    smallest.rewind();
    while (smallest.next()) {
      if (isInAll(sources, smallest.member()) && ++count == limit) {
        break;
      }
    }
    return count;
  }

  /** Sorts the sets and answers the first; null where one is not there. */
  private static @Nullable SetValue smallest(SetSources sources) {
    if (sources.hasMissing()) {
      return null;
    }
    sources.sort(0, true);
    return sources.get(0);
  }

  private static boolean isInAll(SetSources sources, Element member) {
    for (int i = 1; i < sources.count(); i++) {
      if (!has(sources.get(i), member)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInOther(SetSources sources, Element member) {
    for (int i = 1; i < sources.count(); i++) {
      if (has(sources.get(i), member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(@Nullable SetValue set, Element member) {
    return set != null && set.contains(member);
  }

  /** Gathers the members of all sets. */
  static void union(SetSources sources, MemberPool result) {
    for (int i = 0; i < sources.count(); i++) {
      addAll(sources.get(i), result);
    }
  }

  private static void addAll(@Nullable SetValue set, MemberPool result) {
    if (set != null) {
      set.rewind();
      while (set.next()) {
        result.add(set.member().bytes());
      }
    }
  }

  /**
   * Gathers the members of the first set that no other has: by seeking each in the others, or by
   * taking all that they have away, whichever touches fewer members. Seeking ends early, so it is
   * given half its weight.
   */
  static void difference(SetSources sources, MemberPool result) {
    SetValue first = sources.get(0);
    if (first == null) {
      return;
    }
    if (first.size() * sources.count() / 2 <= sources.totalSize()) {
      seek(sources, first, result);
    } else {
      takeAway(sources, first, result);
    }
  }

  private static void seek(SetSources sources, SetValue first, MemberPool result) {
    sources.sort(1, false);
    first.rewind();
    while (first.next()) {
      Element member = first.member();
      if (!isInOther(sources, member)) {
        result.append(member.bytes());
      }
    }
  }

  private static void takeAway(SetSources sources, SetValue first, MemberPool result) {
    addAll(first, result);
    for (int i = 1; i < sources.count() && result.count() > 0; i++) {
      SetValue other = sources.get(i);
      if (other != null) {
        other.rewind();
        while (other.next()) {
          result.remove(other.member().bytes());
        }
      }
    }
  }
}
