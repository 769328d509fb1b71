package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import io.jacinth.engine.Clients;
import io.jacinth.engine.Push;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.Partition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of caches in clients. A key that a client reads is remembered under the lock
 * under which it is read, and forgotten, with a message to its readers, under the lock under which
 * it changes: no change comes between. A message goes by the client's mailbox, behind the reply
 * that held the old value. Clients in broadcast mode are found by prefixes instead.
 */
public final class Tracking {
  /** How many keys too many are forgotten under one lock. */
  private static final int FORGOTTEN_A_STEP = 1000;

  private final Clients clients;
  private final TrackedKeys[] tables;
  private final LongSupplier mostKeys;
  private final Runnable onSwitch;
  private final LongAdder keys = new LongAdder();
  private final LongAdder items = new LongAdder();
  private final Set<Tracker> trackers = ConcurrentHashMap.newKeySet();
  private final Map<ByteString, PrefixGroup> prefixes = new ConcurrentHashMap<>();

  /**
   * @param mostKeys {@code tracking-table-max-keys}; 0: no limit
   * @param onSwitch is told when the first client begins and the last one ends
   */
  public Tracking(Clients clients, int partitions, LongSupplier mostKeys, Runnable onSwitch) {
    this.clients = clients;
    this.mostKeys = mostKeys;
    this.onSwitch = onSwitch;
    this.tables = new TrackedKeys[partitions];
    for (int i = 0; i < partitions; i++) {
      tables[i] = new TrackedKeys(keys, items);
    }
  }

  // ---------------------------------------------------------------- who tracks

  public boolean isOn() {
    return !trackers.isEmpty();
  }

  public int clients() {
    return trackers.size();
  }

  public long keys() {
    return keys.sum();
  }

  public long items() {
    return items.sum();
  }

  public int prefixes() {
    return prefixes.size();
  }

  /** Begins to track for a client, or goes on in another way, with prefixes in addition. */
  public synchronized void on(Tracker tracker, Mode mode, List<ByteString> newPrefixes) {
    tracker.mode(mode);
    if (mode.isBroadcast()) {
      boolean isOfAll = newPrefixes.isEmpty();
      for (ByteString prefix : isOfAll ? List.of(ByteString.wrap(new byte[0])) : newPrefixes) {
        PrefixGroup group = prefixes.computeIfAbsent(prefix, PrefixGroup::new);
        group.trackers().add(tracker);
        tracker.groups().put(prefix, group);
      }
    }
    trackers.add(tracker);
    onSwitch.run();
  }

  /** Ceases to track for a client. */
  public synchronized void off(Tracker tracker) {
    for (PrefixGroup group : tracker.groups().values()) {
      group.trackers().remove(tracker);
      if (group.trackers().isEmpty()) {
        prefixes.remove(group.prefix());
      }
    }
    tracker.groups().clear();
    tracker.mode(null);
    trackers.remove(tracker);
    onSwitch.run();
  }

  /** Ceases to track for a client that has gone. */
  public void gone(Tracker tracker) {
    off(tracker);
    tracker.gone();
  }

  // ---------------------------------------------------------------- keys, under their locks

  /** Remembers that a client reads a key, and forgets another where there are too many. */
  public void remember(Tracker reader, Key key) {
    TrackedKeys table = tables[key.partition().number()];
    table.add(ByteString.of(key.bytes()), reader);
    if (isTooMany() && !table.isEmpty()) {
      forget(table, table.oldest(), null);
    }
  }

  private boolean isTooMany() {
    long most = mostKeys.getAsLong();
    return most > 0 && keys.sum() > most;
  }

  /**
   * Tells those who have read a key that it has changed.
   *
   * @param cause the client that changed it, if one did
   */
  public void changed(Key key, @Nullable Client cause) {
    TrackedKeys table = tables[key.partition().number()];
    if (!table.isEmpty()) {
      forget(table, ByteString.of(key.bytes()), cause);
    }
  }

  private void forget(TrackedKeys table, ByteString key, @Nullable Client cause) {
    Set<Tracker> readers = table.remove(key);
    if (readers != null) {
      Push message = Invalidation.of(List.of(key));
      for (Tracker reader : readers) {
        Mode mode = reader.mode();
        if (mode != null && !mode.isBroadcast() && !isOwn(mode, reader, cause)) {
          send(reader, mode, message, cause);
        }
      }
    }
  }

  private static boolean isOwn(Mode mode, Tracker reader, @Nullable Client cause) {
    return mode.isNoLoop() && cause != null && reader.client() == cause;
  }

  /** Forgets keys of a partition while there are too many of all, or nobody wants to know. */
  public void trim(Partition partition) {
    TrackedKeys table = tables[partition.number()];
    for (int i = 0; i < FORGOTTEN_A_STEP && !table.isEmpty(); i++) {
      if (isOn() && !isTooMany()) {
        return;
      }
      forget(table, table.oldest(), null);
    }
  }

  /** Whether {@link #trim} has anything to do. */
  public boolean needsTrim() {
    return keys.sum() > 0 && (!isOn() || isTooMany());
  }

  /** Tells everybody that all keys have gone. With every lock. */
  public void flushed() {
    for (TrackedKeys table : tables) {
      table.clear();
    }
    Push message = Invalidation.ofAll();
    for (Tracker tracker : trackers) {
      Mode mode = tracker.mode();
      if (mode != null) {
        send(tracker, mode, message, null);
      }
    }
  }

  // ---------------------------------------------------------------- messages

  /** The groups that hear of keys by prefix. */
  Collection<PrefixGroup> groups() {
    return prefixes.values();
  }

  /**
   * Tells a client, or the one in its place.
   *
   * @param cause the client that did what it is about, if one did
   */
  void send(Tracker tracker, Mode mode, Push message, @Nullable Client cause) {
    Client client = tracker.client();
    if (client == null) {
      return;
    }
    if (mode.redirect() == 0) {
      push(client, message.withoutResp2(), cause);
      return;
    }
    Client other = clients.find(mode.redirect());
    if (other != null) {
      push(other, message, cause);
    } else {
      tracker.breakRedirect();
      push(client, Invalidation.brokenRedirect(mode.redirect()), cause);
    }
  }

  private static void push(Client receiver, Push message, @Nullable Client cause) {
    if (receiver == cause) {
      receiver.pushOwn(message);
    } else {
      receiver.push(message);
    }
  }
}
