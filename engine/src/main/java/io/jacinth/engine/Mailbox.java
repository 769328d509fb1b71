package io.jacinth.engine;

import io.jacinth.protocol.ReplyBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Messages out of band for the clients of one loop. Any thread posts; the loop delivers, in the
 * order of posting. However many messages and receivers there are, the loop has one task for them,
 * which runs behind the requests that have arrived and gives way to further ones after a while.
 *
 * <p>A client that itself listens is given what waits before and after each of its requests ({@link
 * #deliver}): what was posted before its request came stands before the reply, and never between
 * the pieces of one.
 */
public final class Mailbox {
  /** How long the task goes on before requests have their turn. */
  private static final long TURN_NANOS = 1_000_000;

  /** Connections that are flushed between two looks at the clock. */
  private static final int FLUSHES_A_STEP = 64;

  /** What a letter takes besides its message, roughly. */
  private static final long LETTER_BYTES = 128;

  private record Letter(Push message, @Nullable Client client, @Nullable ClientGroup group) {
    long bytes() {
      return LETTER_BYTES + message.bytes();
    }
  }

  private final ScheduledExecutorService loop;
  private final Clock clock;
  private final Congestion congestion;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isCalled = new AtomicBoolean();
  private final Runnable task = this::run;
  private final Deque<Client> unflushed = new ArrayDeque<>();

  /** How many letters have been delivered. */
  private long delivered;

  Mailbox(ScheduledExecutorService loop, Clock clock, Congestion congestion) {
    this.loop = loop;
    this.clock = clock;
    this.congestion = congestion;
  }

  // ---------------------------------------------------------------- posting, by any thread

  void post(Push message, Client receiver) {
    post(new Letter(message, receiver, null));
  }

  /** Posts a message to whoever is in a group of this loop now and when it is delivered. */
  void post(Push message, ClientGroup receivers) {
    post(new Letter(message, null, receivers));
  }

  private void post(Letter letter) {
    congestion.moved(letter.bytes(), waitingBytes.addAndGet(letter.bytes()));
    letters.add(letter);
    call();
  }

  private void call() {
    if (!isCalled.get() && isCalled.compareAndSet(false, true)) {
      loop.execute(task);
    }
  }

  // ---------------------------------------------------------------- delivering, by the loop

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /** What waits to be delivered takes so much memory. Read anywhere. */
  public long waitingBytes() {
    return waitingBytes.get();
  }

  /** The number of the letter that is posted next, in the order of delivery. */
  long nextLetter() {
    return delivered + letters.size();
  }

  /**
   * Delivers everything now, between two requests of a client.
   *
   * @param out where the client's replies gather
   */
  void deliver(Client current, ReplyBuffer out) {
    for (Letter next = letters.poll(); next != null; next = letters.poll()) {
      deliver(next, current, out);
    }
    if (!unflushed.isEmpty()) {
      call();
    }
  }

  private void run() {
    isCalled.set(false);
    long start = clock.nanoTime();
    while (!letters.isEmpty() && hasTime(start)) {
      Letter next = letters.remove();
      deliver(next, null, null);
    }
    while (!unflushed.isEmpty() && hasTime(start)) {
      flushSome();
    }
    if (!letters.isEmpty() || !unflushed.isEmpty()) {
      goOnLater();
    }
  }

  private boolean hasTime(long start) {
    return clock.nanoTime() - start < TURN_NANOS;
  }

  /** Lets the loop look at its connections first; what is executed at once would be run before. */
  private void goOnLater() {
    if (isCalled.compareAndSet(false, true)) {
      var unused = loop.schedule(task, 1, TimeUnit.NANOSECONDS);
    }
  }

  private void deliver(Letter letter, @Nullable Client current, @Nullable ReplyBuffer out) {
    if (letter.client != null) {
      give(letter.message, letter.client, current, out);
    }
    ClientGroup group = letter.group;
    if (group != null) {
      for (int i = 0; i < group.size(); i++) {
        Client client = group.client(i, delivered);
        if (client != null) {
          give(letter.message, client, current, out);
        }
      }
    }
    delivered++;
    congestion.moved(-letter.bytes(), waitingBytes.addAndGet(-letter.bytes()));
  }

  private void give(
      Push message, Client client, @Nullable Client current, @Nullable ReplyBuffer out) {
    if (client.isClosing()) {
      return;
    }
    byte[] bytes = message.bytesFor(client);
    if (bytes == null) {
      return;
    }
    if (client == current && out != null) {
      out.bytes(bytes);
    } else if (client.write(bytes)) {
      unflushed.add(client);
    }
  }

  private void flushSome() {
    for (int i = 0; i < FLUSHES_A_STEP; i++) {
      Client client = unflushed.poll();
      if (client == null) {
        return;
      }
      client.flushWritten();
    }
  }
}
