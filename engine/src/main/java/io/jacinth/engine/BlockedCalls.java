package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.WaitedKey;
import io.jacinth.engine.keyspace.Waiter;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves clients that wait for keys which this worker's commands have changed. Owned by the worker.
 *
 * <p>A change to a key that somebody waits for is noted ({@link #changed}). When the command is
 * done, and before its locks are given up, its waiters are asked in their order ({@link #serve}). A
 * waiter may need another partition's lock besides (BLMOVE); that is taken only if it is free, for
 * locks are else taken in ascending order. Where it is not, the key is seen to again once the locks
 * are given up ({@link #serveRest}), with all locks that the waiter needs; somebody else may then
 * be quicker, and the waiter waits on.
 */
final class BlockedCalls {
  private record Ready(Partition partition, WaitedKey key) {}

  private final Worker worker;
  private final Partitions partitions;
  private final Call call;
  private final Key keyView = new Key();
  private final LockSet locks;
  private final Deque<Ready> ready = new ArrayDeque<>();
  private final Deque<Ready> postponed = new ArrayDeque<>();
  private final RenderedReply rendered = new RenderedReply();

  BlockedCalls(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.partitions = partitions;
    this.call = new Call(worker, partitions);
    this.locks = new LockSet(partitions);
  }

  // ---------------------------------------------------------------- what has changed

  /** Notes that a key has changed, if anybody waits for it. */
  void changed(Database database, Key key) {
    Partition partition = key.partition();
    if (!partition.waiters().isEmpty()) {
      note(partition, new WaitedKey(database.index(), key.bytes()));
    }
  }

  private void note(Partition partition, WaitedKey key) {
    Ready noted = new Ready(partition, key);
    if (partition.waiters().has(key) && !ready.contains(noted)) {
      ready.add(noted);
    }
  }

  /** Notes that all keys of a database may have changed. The caller holds every lock. */
  void changed(int database) {
    for (int i = 0; i < partitions.count(); i++) {
      Partition partition = partitions.get(i);
      if (!partition.waiters().isEmpty()) {
        partition.waiters().keysOf(database).forEach(key -> note(partition, key));
      }
    }
  }

  boolean hasReady() {
    return !ready.isEmpty();
  }

  // ---------------------------------------------------------------- serving

  /** Which locks the worker holds. */
  interface Held {
    boolean holds(Partition partition);
  }

  /**
   * Serves who waits for the keys that have changed, those that have expired during a transaction
   * left out.
   */
  void serve(Held held) {
    worker.refreshTime();
    for (Ready next = ready.poll(); next != null; next = ready.poll()) {
      if (!held.holds(next.partition()) || !serve(next, held)) {
        postponed.add(next);
      }
    }
  }

  /** Serves who could not be served under the command's locks. No lock is held. */
  void serveRest() {
    postponed.addAll(ready);
    ready.clear();
    for (Ready next = postponed.peek(); next != null; next = postponed.peek()) {
      try {
        lockFor(next);
      } catch (CommandException busy) {
        // The rest is served when somebody looks again.
        return;
      }
      try {
        postponed.remove(next);
        ready.add(next);
        serve(locks::contains);
      } finally {
        locks.unlock();
      }
    }
  }

  boolean hasRest() {
    return !postponed.isEmpty() || !ready.isEmpty();
  }

  /** Takes the locks that the first waiter for a key needs. */
  private void lockFor(Ready next) {
    locks.clear();
    locks.add(next.partition());
    locks.lock();
    Partition[] more = {};
    for (Waiter waiter : next.partition().waiters().of(next.key())) {
      if (waiter.isWaiting()) {
        more = ((BlockedCall) waiter).alsoNeeded();
        break;
      }
    }
    if (more.length > 0) {
      locks.unlock();
      for (Partition partition : more) {
        locks.add(partition);
      }
      locks.lock();
    }
  }

  /** Asks the waiters of one key; false where a lock is missing. */
  private boolean serve(Ready next, Held held) {
    for (Waiter waiter : next.partition().waiters().of(next.key())) {
      BlockedCall blocked = (BlockedCall) waiter;
      if (isToBeAsked(next, blocked)) {
        int taken = takeMissing(blocked.alsoNeeded(), held);
        if (taken < 0) {
          return false;
        }
        try {
          attempt(next, blocked);
        } finally {
          giveBack(blocked.alsoNeeded(), held, taken);
        }
      }
    }
    return true;
  }

  private boolean isToBeAsked(Ready next, BlockedCall blocked) {
    if (!blocked.isWaiting()) {
      return false;
    }
    keyView.set(next.key().name(), partitions);
    Entry entry = worker.database(next.key().database()).peek(keyView);
    ValueType type = entry == null ? null : entry.type();
    return type == blocked.blocking().awaits() || blocked.blocking().awaitsRemoval();
  }

  /** Takes the locks not held; answers how many partitions were gone through, -1: one was taken. */
  private static int takeMissing(Partition[] needed, Held held) {
    for (int i = 0; i < needed.length; i++) {
      if (!held.holds(needed[i]) && !needed[i].lock().tryLock()) {
        giveBack(needed, held, i);
        return -1;
      }
    }
    return needed.length;
  }

  private static void giveBack(Partition[] needed, Held held, int count) {
    for (int i = 0; i < count; i++) {
      if (!held.holds(needed[i])) {
        needed[i].lock().unlock();
      }
    }
  }

  private void attempt(Ready next, BlockedCall blocked) {
    if (!blocked.claim()) {
      return;
    }
    boolean isServed = false;
    boolean isRefused = false;
    Clock clock = worker.engine().clock();
    long start = clock.nanoTime();
    try {
      begin(blocked);
      isRefused = isRefused();
      isServed = isRefused || run(blocked, blocked.position(next.key()));
    } finally {
      blocked.settle(isServed);
    }
    if (isServed) {
      byte[] reply = rendered.written();
      if (!isRefused) {
        done(blocked, clock.nanoTime() - start, reply.length);
      }
      blocked.client().endWait(blocked, worker.propagation().lastTicket(), reply);
    }
  }

  private void begin(BlockedCall blocked) {
    Client client = blocked.client();
    call.beginBatch(blocked.request());
    call.begin(
        blocked.command(),
        client,
        blocked.request(),
        worker.database(blocked.database()),
        writerFor(client));
  }

  /** Whether the client's rights, which may have changed while it waited, forbid the command. */
  private boolean isRefused() {
    if ((call.client().unusual() & Admission.RESTRICTED) == 0) {
      return false;
    }
    String refusal = worker.engine().acl().refusal(call);
    if (refusal != null) {
      worker.countRefused(call.command(), refusal);
      call.reply().error(refusal);
    }
    return refusal != null;
  }

  private void done(BlockedCall blocked, long servingNanos, int replyBytes) {
    long nanos = blocked.spentNanos() + servingNanos;
    worker.ranBlocked(blocked, nanos);
    worker.engine().observation().noticeServed(call, nanos, servingNanos, replyBytes);
  }

  private boolean run(BlockedCall blocked, int position) {
    @Nullable Client cause = worker.actFor(blocked.client());
    Propagation propagation = worker.propagation();
    propagation.begin(blocked.database());
    try {
      return blocked.blocking().serve(call, position);
    } catch (CommandException refused) {
      worker.engine().countError(refused.text());
      worker.statistics().errors++;
      worker.statistics().of(blocked.command()).failed();
      call.reply().error(refused.text());
      return true;
    } finally {
      propagation.end(call);
      worker.actFor(cause);
    }
  }

  private Reply writerFor(Client client) {
    return rendered.clear().writerFor(client);
  }

  /** The bytes of a reply in a client's protocol. */
  byte[] render(Client client, Consumer<Reply> writing) {
    writing.accept(writerFor(client));
    return rendered.written();
  }
}
