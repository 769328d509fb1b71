package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.WaitedKey;
import io.jacinth.engine.keyspace.Waiter;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A call of a {@link BlockingCommand} that waits: a copy of its request and the keys for which it
 * is registered. Whoever ends the wait (a write to one of the keys, the clock, CLIENT UNBLOCK, the
 * end of the connection) first claims it; one of them succeeds. Immutable but for that.
 */
public final class BlockedCall implements Waiter {
  private static final int WAITING = 0;

  /** Somebody tries to end the wait; he will not be long. */
  private static final int CLAIMED = 1;

  private static final int ENDED = 2;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(BlockedCall.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A key that is waited for. */
  record Place(WaitedKey key, Partition partition, int position) {}

  private final Client client;
  private final RegisteredCommand command;
  private final int database;
  private final RequestParser request;
  private final Place[] places;
  private final Partition[] alsoNeeded;
  private final long spentNanos;

  /** What the client is told behind the reply; owned by whoever has claimed the call. */
  private final List<Push> behindReply = new ArrayList<>(0);

  @SuppressWarnings("unused") // accessed through STATE
  private int state;

  /** Stops the clock; owned by the client's loop. */
  @Nullable Runnable timer;

  /**
   * @param settled what stands for the word at a position in the copy; null: the word itself
   */
  BlockedCall(
      Call call, Place[] places, Partition[] alsoNeeded, IntFunction<@Nullable Slice> settled) {
    this.client = call.client();
    this.command = call.command();
    this.database = call.database().index();
    this.request = copy(call, settled);
    this.places = places;
    this.alsoNeeded = alsoNeeded;
    this.spentNanos = call.worker().spentNanos();
  }

  private static RequestParser copy(Call call, IntFunction<@Nullable Slice> settled) {
    long bytes = 32;
    for (int i = 0; i < call.count(); i++) {
      bytes += word(call, i, settled).length() + 32L;
    }
    MemorySegment memory = Arena.ofAuto().allocate(bytes + RequestParser.SLACK);
    int at = header(memory, 0, '*', call.count());
    for (int i = 0; i < call.count(); i++) {
      Slice argument = word(call, i, settled);
      at = header(memory, at, '$', argument.length());
      argument.copyTo(memory, at);
      at = text(memory, at + argument.length(), "\r\n");
    }
    RequestParser parser = new RequestParser();
    parser.reset(memory, 0, at);
    parser.limits(true, Integer.MAX_VALUE);
    parser.beginBatch();
    if (parser.next() != RequestParser.REQUEST) {
      throw new IllegalStateException("a copied request cannot be read: " + parser.error());
    }
    return parser.select(0);
  }

  private static Slice word(Call call, int index, IntFunction<@Nullable Slice> settled) {
    Slice instead = settled.apply(index);
    return instead == null ? call.argument(index) : instead;
  }

  private static int header(MemorySegment memory, int at, char type, int number) {
    return text(memory, at, type + Integer.toString(number) + "\r\n");
  }

  private static int text(MemorySegment memory, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, at, bytes.length);
    return at + bytes.length;
  }

  @Override
  public boolean isWaiting() {
    return (int) STATE.getAcquire(this) != ENDED;
  }

  @Override
  public boolean awaitsRemoval() {
    return blocking().awaitsRemoval();
  }

  /** Claims the right to end the wait; false where it has ended. Follow with {@link #settle}. */
  boolean claim() {
    while (true) {
      int seen = (int) STATE.getAcquire(this);
      if (seen == ENDED) {
        return false;
      }
      if (seen == WAITING && STATE.compareAndSet(this, WAITING, CLAIMED)) {
        return true;
      }
      Thread.onSpinWait();
    }
  }

  /** Says whether the wait, which was claimed, has ended. */
  void settle(boolean hasEnded) {
    STATE.setRelease(this, hasEnded ? ENDED : WAITING);
  }

  /** Puts the call among those who wait. The caller holds the locks of all its keys. */
  void register() {
    for (Place place : places) {
      place.partition().waiters().add(place.key(), this);
    }
  }

  /** Takes the call from among those who wait. The caller holds no lock. */
  void unregister() {
    for (Place place : places) {
      place.partition().lock().lock();
      try {
        place.partition().waiters().remove(place.key(), this);
      } finally {
        place.partition().lock().unlock();
      }
    }
  }

  Client client() {
    return client;
  }

  /** What the client is told behind the reply that ends the wait. By whoever has claimed it. */
  List<Push> behindReply() {
    return behindReply;
  }

  /** Whether the wait ends by itself. */
  public boolean hasTimeLimit() {
    return timer != null;
  }

  /** How long the command ran until it began to wait. */
  long spentNanos() {
    return spentNanos;
  }

  RegisteredCommand command() {
    return command;
  }

  BlockingCommand blocking() {
    return (BlockingCommand) command.command();
  }

  int database() {
    return database;
  }

  RequestParser request() {
    return request;
  }

  /** The partitions whose locks {@code serve} needs besides that of the key that it serves. */
  Partition[] alsoNeeded() {
    return alsoNeeded;
  }

  /** The position of a key among the arguments. */
  int position(WaitedKey key) {
    for (Place place : places) {
      if (place.key().equals(key)) {
        return place.position();
      }
    }
    throw new IllegalStateException("the call does not wait for this key");
  }
}
