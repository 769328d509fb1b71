package io.jacinth.server.transport;

import io.jacinth.engine.propagation.PropagationLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Clients of one loop whose replies wait until what was written before them is on the disk ({@code
 * appendfsync always}). Where the disk refuses to take anything, for how long nobody knows, only
 * those wait who have themselves written what is not there. Owned by the loop, but for {@link
 * #release}.
 */
final class HeldReplies {
  /** A client whose replies may be held. All that is written for it leaves together. */
  interface Receiver {
    /** Up to which ticket its newest reply waits. */
    long heldUpTo();

    void heldUpTo(long ticket);

    /** The ticket of the last change that it has made. */
    long lastTicket();

    void send();
  }

  private record Held(Receiver client, long ticket) {}

  private final PropagationLog log;
  private final Deque<Held> held = new ArrayDeque<>();
  private volatile boolean isWaiting;

  HeldReplies(PropagationLog log) {
    this.log = log;
  }

  /** Whether replies written now have to wait. */
  boolean mustHold() {
    return log.delaysReplies();
  }

  /** Keeps the replies of a client until all that was changed so far is on the disk. */
  void hold(Receiver client) {
    long ticket = log.lastTicket();
    client.heldUpTo(ticket);
    held.add(new Held(client, ticket));
    isWaiting = true;
    sendDurable();
  }

  /** Sends what need not wait any more. Called anywhere. */
  void release(Executor loop) {
    if (isWaiting) {
      loop.execute(this::sendDurable);
    }
  }

  private void sendDurable() {
    if (log.delaysReplies() && log.isStuck()) {
      held.removeIf(this::isSentThoughStuck);
    } else {
      sendInOrder();
    }
    isWaiting = !held.isEmpty();
  }

  private boolean isSentThoughStuck(Held waiting) {
    boolean isDurable = waiting.client.lastTicket() <= log.durable();
    if (isDurable) {
      waiting.client.send();
    }
    return isDurable;
  }

  private void sendInOrder() {
    boolean isFree = !log.delaysReplies();
    long durable = log.durable();
    for (Held first = held.peek();
        first != null && (isFree || first.ticket <= durable);
        first = held.peek()) {
      held.remove();
      // A later reply of the same client would leave with it: both wait for the later one.
      if (isFree || first.client.heldUpTo() == first.ticket) {
        first.client.send();
      }
    }
  }
}
