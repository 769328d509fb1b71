package io.jacinth.persistence.aof;

import io.jacinth.engine.propagation.PropagationLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Whether the disk is so far behind that {@code appendfsync everysec} would break its promise, that
 * nothing older than two seconds is ever lost. Looked at a few times a second by one thread: each
 * look notes the last change, and no change may wait for the disk longer than {@link #MOST_NANOS}
 * after the look that noted it.
 */
final class SyncLag {
  /** What is left of two seconds is for the time between two looks. */
  static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  private record Look(long nanos, long lastTicket) {}

  private final PropagationLog log;
  private final Deque<Look> looks = new ArrayDeque<>();

  SyncLag(PropagationLog log) {
    this.log = log;
  }

  /** Looks; true where clients had better wait. */
  boolean isLate(long nowNanos) {
    long durable = log.durable();
    while (!looks.isEmpty() && looks.getFirst().lastTicket <= durable) {
      looks.removeFirst();
    }
    if (!looks.isEmpty() && nowNanos - looks.getFirst().nanos > MOST_NANOS) {
      return true;
    }
    if (log.lastTicket() > durable) {
      looks.addLast(new Look(nowNanos, log.lastTicket()));
    }
    return false;
  }

  /** Forgets what was seen. */
  void clear() {
    looks.clear();
  }
}
