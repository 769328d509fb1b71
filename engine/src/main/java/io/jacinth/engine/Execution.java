package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Watch;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.RequestParser;
import java.util.function.Function;

/**
 * Runs the queue of a transaction. It takes the locks of all keys that the queue names, gathered
 * while it was filled, and of all keys watched, then decides and runs under them: other commands
 * see the transaction whole or not at all. A queue with a command that needs every partition takes
 * every lock. Owned by one worker; used for one transaction at a time.
 */
final class Execution {
  private final Worker worker;
  private final Transactions transactions;
  private final Call call;
  private final LockSet locks;
  private final RenderedReply reply = new RenderedReply();

  Execution(Worker worker, Transactions transactions, Partitions partitions) {
    this.worker = worker;
    this.transactions = transactions;
    this.call = new Call(worker, partitions);
    this.locks = new LockSet(partitions);
  }

  /** What is written by {@link #writerFor}. */
  RenderedReply reply() {
    return reply;
  }

  /** Where replies are kept until the end, in a client's protocol, unless it wants none. */
  Reply writerFor(Client client) {
    return client.replyMode() == Client.ReplyMode.ON
        ? reply.writerFor(client)
        : worker.writerFor(client);
  }

  boolean holds(Partition partition) {
    return call.holds(partition);
  }

  /**
   * Answers the replies of all commands, or null where a watched key has changed.
   *
   * @param writers where replies to a client go
   */
  void run(
      Client client, Transaction transaction, RequestQueue queue, Function<Client, Reply> writers) {
    lockFor(transaction, queue);
    transaction.running(true);
    try {
      if (isTouched(transaction)) {
        writers.apply(client).nilArray();
      } else {
        writers.apply(client).array(queue.size());
        transactions.unwatch(transaction, this);
        runWhole(client, queue, writers);
      }
      worker.serveWaiters(call::holds);
    } finally {
      transaction.running(false);
      transactions.close(client, transaction);
      transactions.unwatch(transaction, this);
      call.around(null);
      locks.unlock();
    }
  }

  private void runWhole(Client client, RequestQueue queue, Function<Client, Reply> writers) {
    client.unusual(Admission.IN_TRANSACTION, false);
    worker.propagation().beginGroup();
    try {
      runAll(client, queue, writers);
    } finally {
      worker.propagation().endGroup();
    }
  }

  private void runAll(Client client, RequestQueue queue, Function<Client, Reply> writers) {
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
          writers.apply(client));
      worker.runQueued(call);
    }
  }

  private boolean isTouched(Transaction transaction) {
    if (transaction.isTouched()) {
      return true;
    }
    for (Watch watch : transaction.watches()) {
      if (watch.existed() != transactions.isLive(watch)) {
        return true;
      }
    }
    return false;
  }

  /** Takes the locks that the queue needs. */
  private void lockFor(Transaction transaction, RequestQueue queue) {
    locks.clear();
    for (Watch watch : transaction.watches()) {
      locks.add(watch.partition());
    }
    locks.add(queue.locks());
    locks.lock();
    call.around(locks);
  }
}
