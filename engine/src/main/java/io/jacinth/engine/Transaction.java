package io.jacinth.engine;

import io.jacinth.engine.keyspace.Watch;
import io.jacinth.engine.spec.CommandFlag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client has watched and queued for EXEC. Owned by the client's loop; whether a watched key
 * was touched is written by whoever changes the key, under the lock of its partition.
 */
public final class Transaction implements Watch.Owner {
  private final List<Watch> watches = new ArrayList<>();
  private @Nullable RequestQueue queue;
  private boolean hasFailed;
  private boolean isRunning;
  private volatile boolean isTouched;

  Transaction() {}

  /** Whether requests are queued: between MULTI and EXEC. */
  public boolean isOpen() {
    return queue != null;
  }

  /** Number of requests queued; -1 where it is not open. */
  public int queued() {
    RequestQueue seen = queue;
    return seen == null ? -1 : seen.size();
  }

  /** Bytes of memory that the queue takes. */
  public long queuedBytes() {
    RequestQueue seen = queue;
    return seen == null ? 0 : seen.bytes();
  }

  /** Number of keys watched. */
  public int watched() {
    return watches.size();
  }

  /** Whether any queued command has a flag. */
  public boolean has(CommandFlag flag) {
    RequestQueue seen = queue;
    if (seen != null) {
      for (RegisteredCommand command : seen.commands()) {
        if (command.spec().has(flag)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether EXEC is to fail, because a request could not be queued. */
  public boolean hasFailed() {
    return hasFailed;
  }

  /** Whether a watched key has changed. */
  public boolean isTouched() {
    return isTouched;
  }

  @Override
  public void touched() {
    isTouched = true;
  }

  @Nullable RequestQueue queue() {
    return queue;
  }

  void open(RequestQueue newQueue) {
    queue = newQueue;
    hasFailed = false;
  }

  /** Ends the queueing; answers what was queued, to be reused. */
  @Nullable RequestQueue close() {
    RequestQueue old = queue;
    queue = null;
    hasFailed = false;
    return old;
  }

  void running(boolean newIsRunning) {
    isRunning = newIsRunning;
  }

  /** Whether EXEC is under way. */
  boolean isRunning() {
    return isRunning;
  }

  void fail() {
    hasFailed = true;
  }

  List<Watch> watches() {
    return watches;
  }

  /** Forgets the watches, which are no longer registered anywhere. */
  void forgetWatches() {
    watches.clear();
    isTouched = false;
  }
}
