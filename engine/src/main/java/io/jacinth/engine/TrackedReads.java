package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.tracking.Tracker;
import io.jacinth.engine.tracking.Tracking;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link Tracking} which keys clients with caches read, by the specifications of their
 * commands. Owned by a worker.
 */
final class TrackedReads {
  private final Tracking tracking;
  private final KeyPositions positions = new KeyPositions();

  TrackedReads(Tracking tracking) {
    this.tracking = tracking;
  }

  /** Remembers what a command has read. The locks of its keys are held. */
  void remember(Call call) {
    RegisteredCommand command = call.command();
    Tracker tracker = call.client().principal().tracker();
    if (tracker == null || !tracker.remembers() || !reads(command.spec())) {
      return;
    }
    positions.find(command, call.request());
    for (int i = 0; i < positions.count(); i++) {
      tracking.remember(tracker, call.key(positions.position(i)));
    }
  }

  /** A script that only reads is no reader itself: the commands that it calls are. */
  private static boolean reads(CommandSpec spec) {
    return spec.has(CommandFlag.READONLY) && spec.group() != CommandGroup.SCRIPTING;
  }

  /**
   * CLIENT CACHING is for the next command, or for the next transaction.
   *
   * @param command null where none was found by the name given
   */
  void endCommand(Client client, @Nullable RegisteredCommand command) {
    Tracker tracker = client.tracker();
    boolean isInTransaction = (client.unusual() & Admission.IN_TRANSACTION) != 0;
    if (tracker != null
        && tracker.isCaching()
        && !isInTransaction
        && (command == null || !"client".equals(command.spec().containerName()))) {
      tracker.caching(false);
    }
  }

  /** A client has gone. On its loop's thread. */
  void gone(Client client) {
    Tracker tracker = client.tracker();
    if (tracker != null) {
      tracking.gone(tracker);
    }
  }

  /** Forgets keys of a share of the partitions where there are too many. */
  void trim(int share, int workers, Partitions partitions) {
    for (int i = share; i < partitions.count() && tracking.needsTrim(); i += workers) {
      Partition partition = partitions.get(i);
      partition.lock().lock();
      try {
        tracking.trim(partition);
      } finally {
        partition.lock().unlock();
      }
    }
  }
}
