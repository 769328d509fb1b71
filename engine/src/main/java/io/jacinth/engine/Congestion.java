package io.jacinth.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether messages are posted faster than some loop delivers them. Who publishes is then left
 * unread for a while: posting costs him nothing, however many receivers there are, so that nothing
 * else would slow him down until the memory is full. Used from every thread.
 */
public final class Congestion {
  /** So much may wait in one mailbox. */
  static final long MOST_BYTES = 16 << 20;

  private final AtomicInteger fullMailboxes = new AtomicInteger();

  Congestion() {}

  /** Whether any mailbox has too much in it. */
  public boolean isOn() {
    return fullMailboxes.get() > 0;
  }

  /** Notes that what waits in a mailbox has become more, or less where the change is negative. */
  void moved(long change, long bytesNow) {
    boolean isFull = bytesNow > MOST_BYTES;
    boolean wasFull = bytesNow - change > MOST_BYTES;
    if (isFull != wasFull) {
      fullMailboxes.addAndGet(isFull ? 1 : -1);
    }
  }
}
