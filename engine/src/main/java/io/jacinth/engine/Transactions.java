package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Watch;
import io.jacinth.protocol.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** MULTI, EXEC, WATCH and their kin, for the clients of one worker; owned by it. */
public final class Transactions {
  private static final int KEPT_QUEUES = 64;

  private final Worker worker;
  private final Partitions partitions;
  private final Execution execution;
  private final Function<Client, Reply> writers;

  /** What transactions with scripts run by, unless one is under way; null: there is none yet. */
  private @Nullable Execution apart;

  private final KeyPositions positions = new KeyPositions();
  private final Key keyView = new Key();
  private final Deque<RequestQueue> idleQueues = new ArrayDeque<>();

  Transactions(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.partitions = partitions;
    this.execution = new Execution(worker, this, partitions);
    this.writers = worker::writerFor;
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

  /**
   * Forgets what a client has queued and watched, if anything. No lock is held.
   *
   * @throws CommandException where the transaction is under way
   */
  public void abandon(Client client) {
    Transaction transaction = client.transaction();
    if (transaction != null) {
      if (transaction.isRunning()) {
        throw new CommandException(worker.engine().scripting().busyText());
      }
      close(client, transaction);
      unwatch(transaction, null);
    }
  }

  /** The transaction is over. */
  void close(Client client, Transaction transaction) {
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
      unwatch(transaction, null);
    }
  }

  /**
   * Ends the watches of a transaction.
   *
   * @param holder who holds locks; null: nobody does
   */
  void unwatch(Transaction transaction, @Nullable Execution holder) {
    List<Watch> watches = transaction.watches();
    for (Watch watch : watches) {
      Partition partition = watch.partition();
      boolean isHeld = holder != null && holder.holds(partition);
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

  boolean isLive(Watch watch) {
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
    if (queue.runsScripts()) {
      runApart(outer, transaction, queue);
    } else {
      execution.run(client, transaction, queue, writers);
    }
  }

  /** Scripts may run long: then the transaction leaves its loop, with what belongs to it. */
  private void runApart(Call outer, Transaction transaction, RequestQueue queue) {
    Client client = outer.client();
    Execution own = apart == null ? new Execution(worker, this, partitions) : apart;
    apart = null;
    RenderedReply reply = own.reply().clear();
    worker
        .scripts()
        .exec(
            outer,
            () -> own.run(client, transaction, queue, own::writerFor),
            () -> {
              apart = own;
              return reply.written();
            });
  }
}
