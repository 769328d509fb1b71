package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Watch;
import io.jacinth.protocol.RequestParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * MULTI, EXEC, WATCH and their kin, for the clients of one worker; owned by it.
 *
 * <p>EXEC takes the locks of all keys that its queue names and of all keys watched, then decides
 * and runs under them: other commands see the transaction whole or not at all. A queue with a
 * command that needs every partition takes every lock.
 */
public final class Transactions {
  private static final int KEPT_QUEUES = 64;

  private final Worker worker;
  private final Partitions partitions;
  private final Call call;
  private final LockSet locks;
  private final KeyPositions positions = new KeyPositions();
  private final Key keyView = new Key();
  private final Deque<RequestQueue> idleQueues = new ArrayDeque<>();

  Transactions(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.partitions = partitions;
    this.call = new Call(worker, partitions);
    this.locks = new LockSet(partitions);
  }

  // ---------------------------------------------------------------- queueing

  /** MULTI. */
  public void begin(Client client) {
    Transaction transaction = client.transactionOrNew();
    if (transaction.isOpen()) {
      throw ErrorReply.NESTED_MULTI.exception();
    }
    RequestQueue queue = idleQueues.poll();
    transaction.open(queue == null ? new RequestQueue(partitions) : queue);
    client.unusual(Admission.IN_TRANSACTION, true);
  }

  /** Puts a call off until EXEC. */
  void queue(Call queued) {
    Client client = queued.client();
    Transaction transaction = client.transaction();
    RequestQueue queue = transaction == null ? null : transaction.queue();
    if (transaction == null || queue == null) {
      throw new IllegalStateException("no transaction is open");
    }
    if (!transaction.hasFailed() && !transaction.isTouched()) {
      queue.add(queued.command(), queued.request());
      addKeys(queued, queue.locks());
    }
  }

  private void addKeys(Call queued, LockSet target) {
    RegisteredCommand command = queued.command();
    if (command.reachesAll()) {
      target.addAll();
    } else if (command.firstKey != 0) {
      int last = command.lastKey < 0 ? queued.count() + command.lastKey : command.lastKey;
      for (int i = command.firstKey; i <= last; i += command.keyStep) {
        target.add(queued.key(i).partition());
      }
    } else if (command.searchesKeys) {
      positions.find(command, queued.request());
      for (int i = 0; i < positions.count(); i++) {
        target.add(queued.key(positions.position(i)).partition());
      }
    }
  }

  /** DISCARD. */
  public void discard(Client client) {
    Transaction transaction = client.transaction();
    if (transaction == null || !transaction.isOpen()) {
      throw ErrorReply.DISCARD_WITHOUT_MULTI.exception();
    }
    abandon(client);
  }

  /** Forgets what a client has queued and watched, if anything. No lock is held. */
  public void abandon(Client client) {
    Transaction transaction = client.transaction();
    if (transaction != null) {
      close(client, transaction);
      unwatch(transaction);
    }
  }

  private void close(Client client, Transaction transaction) {
    RequestQueue queue = transaction.close();
    client.unusual(Admission.IN_TRANSACTION, false);
    if (queue != null) {
      queue.clear();
      if (idleQueues.size() < KEPT_QUEUES) {
        idleQueues.push(queue);
      }
    }
  }

  // ---------------------------------------------------------------- watching

  /** WATCH of one key, whose lock is held. */
  public void watch(Client client, Database database, Key key) {
    Transaction transaction = client.transactionOrNew();
    if (transaction.isOpen()) {
      throw ErrorReply.WATCH_INSIDE_MULTI.exception();
    }
    for (Watch watch : transaction.watches()) {
      if (watch.isOf(database.index(), key.bytes())) {
        return;
      }
    }
    Watch watch = new Watch(database.index(), key, database.isLive(key), transaction);
    key.partition().watches().add(watch);
    transaction.watches().add(watch);
  }

  /** UNWATCH. */
  public void unwatch(Client client) {
    Transaction transaction = client.transaction();
    if (transaction != null) {
      unwatch(transaction);
    }
  }

  private void unwatch(Transaction transaction) {
    List<Watch> watches = transaction.watches();
    for (Watch watch : watches) {
      Partition partition = watch.partition();
      boolean isHeld = call.holds(partition);
      if (!isHeld) {
        partition.lock().lock();
      }
      try {
        partition.watches().remove(watch);
      } finally {
        if (!isHeld) {
          partition.lock().unlock();
        }
      }
    }
    transaction.forgetWatches();
  }

  /** Two databases have exchanged their keys. Every lock is held. */
  void swapped(Database first, Database second) {
    for (int i = 0; i < partitions.count(); i++) {
      Partition partition = partitions.get(i);
      if (!partition.watches().isEmpty()) {
        partition.watches().touchAll(first.index(), watch -> watch.existed() || isLive(watch));
        partition.watches().touchAll(second.index(), watch -> watch.existed() || isLive(watch));
      }
    }
  }

  /** All keys of a database have gone. Every lock is held. */
  void flushed(int database) {
    for (int i = 0; i < partitions.count(); i++) {
      Partition partition = partitions.get(i);
      if (!partition.watches().isEmpty()) {
        partition.watches().touchAll(database, Watch::existed);
      }
    }
  }

  private boolean isLive(Watch watch) {
    keyView.set(watch.name(), partitions);
    return worker.database(watch.database()).isLive(keyView);
  }

  // ---------------------------------------------------------------- EXEC

  /** EXEC: answers the replies of all commands, or null where a watched key has changed. */
  public void exec(Call outer) {
    Client client = outer.client();
    Transaction transaction = client.transaction();
    RequestQueue queue = transaction == null ? null : transaction.queue();
    if (transaction == null || queue == null) {
      throw ErrorReply.EXEC_WITHOUT_MULTI.exception();
    }
    if (transaction.hasFailed()) {
      abandon(client);
      throw ErrorReply.EXEC_ABORTED.exception();
    }
    lockFor(transaction, queue);
    try {
      if (isTouched(transaction)) {
        outer.reply().nilArray();
      } else {
        outer.reply().array(queue.size());
        unwatch(transaction);
        client.unusual(Admission.IN_TRANSACTION, false);
        worker.propagation().beginGroup();
        try {
          run(client, queue);
        } finally {
          worker.propagation().endGroup();
        }
      }
      worker.serveWaiters(call::holds);
    } finally {
      close(client, transaction);
      unwatch(transaction);
      call.around(null);
      locks.unlock();
    }
  }

  /** Takes the locks that EXEC needs. */
  private void lockFor(Transaction transaction, RequestQueue queue) {
    locks.clear();
    for (Watch watch : transaction.watches()) {
      locks.add(watch.partition());
    }
    locks.add(queue.locks());
    locks.lock();
    call.around(locks);
  }

  private boolean isTouched(Transaction transaction) {
    if (transaction.isTouched()) {
      return true;
    }
    for (Watch watch : transaction.watches()) {
      if (watch.existed() != isLive(watch)) {
        return true;
      }
    }
    return false;
  }

  private void run(Client client, RequestQueue queue) {
    worker.beginQueue();
    queue.rewind();
    for (int i = 0; i < queue.size(); i++) {
      RequestParser request = queue.nextBatch();
      call.beginBatch(request);
      call.begin(
          queue.command(i),
          client,
          request,
          worker.database(client.database()),
          worker.writerFor(client));
      worker.runQueued(call);
    }
  }
}
