package io.jacinth.engine.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last {@value #MOST} samples of one latency event, at most one a second: its longest. */
public final class LatencySeries {
  private static final int MOST = 160;

  /** How long something took, and when. */
  public record Sample(long unixSeconds, long millis) {}

  private final Deque<Sample> oldestFirst = new ArrayDeque<>();
  private long longestMillis;

  void add(long unixSeconds, long millis) {
    longestMillis = Math.max(longestMillis, millis);
    Sample last = oldestFirst.peekLast();
    if (last != null && last.unixSeconds() == unixSeconds) {
      oldestFirst.removeLast();
      oldestFirst.addLast(new Sample(unixSeconds, Math.max(millis, last.millis())));
      return;
    }
    oldestFirst.addLast(new Sample(unixSeconds, millis));
    if (oldestFirst.size() > MOST) {
      oldestFirst.removeFirst();
    }
  }

  LatencySeries copy() {
    LatencySeries copy = new LatencySeries();
    copy.oldestFirst.addAll(oldestFirst);
    copy.longestMillis = longestMillis;
    return copy;
  }

  /** The samples, the oldest first; there is at least one. */
  public List<Sample> samples() {
    return List.copyOf(oldestFirst);
  }

  public Sample last() {
    return oldestFirst.getLast();
  }

  /** The longest that was ever sampled, whether or not it is still among the samples. */
  public long longestMillis() {
    return longestMillis;
  }
}
