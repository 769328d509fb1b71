package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import io.jacinth.engine.Push;
import io.jacinth.engine.keyspace.Key;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that one command has changed and that clients in broadcast mode are to hear of: one
 * message for each prefix, when the command is done. Owned by a worker.
 */
public final class Broadcasts {
  private final Tracking tracking;

  /** The keys of each prefix, with the client that changed them last. */
  private final Map<PrefixGroup, Map<ByteString, Optional<Client>>> pending = new LinkedHashMap<>();

  public Broadcasts(Tracking tracking) {
    this.tracking = tracking;
  }

  /** Notes a change of a key; answers whether anything is noted. */
  public boolean changed(Key key, @Nullable Client cause) {
    if (tracking.prefixes() == 0) {
      return false;
    }
    ByteString name = ByteString.of(key.bytes());
    for (PrefixGroup group : tracking.groups()) {
      if (name.startsWith(group.prefix())) {
        pending
            .computeIfAbsent(group, each -> new TreeMap<>())
            .put(name, Optional.ofNullable(cause));
      }
    }
    return !pending.isEmpty();
  }

  /** Sends what has been noted, in the order of the prefixes. */
  public void send() {
    pending.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().prefix()))
        .forEach(each -> send(each.getKey(), each.getValue()));
    pending.clear();
  }

  private void send(PrefixGroup group, Map<ByteString, Optional<Client>> keys) {
    Push message = Invalidation.of(keys.keySet());
    for (Tracker tracker : group.trackers()) {
      Mode mode = tracker.mode();
      if (mode != null && mode.isNoLoop()) {
        sendOthers(tracker, mode, keys);
      } else if (mode != null) {
        tracking.send(tracker, mode, message, null);
      }
    }
  }

  /** Sends the keys that others than the client itself have changed. */
  private void sendOthers(Tracker tracker, Mode mode, Map<ByteString, Optional<Client>> keys) {
    List<ByteString> others =
        keys.entrySet().stream()
            .filter(each -> each.getValue().orElse(null) != tracker.client())
            .map(Map.Entry::getKey)
            .toList();
    if (!others.isEmpty()) {
      tracking.send(tracker, mode, Invalidation.of(others), null);
    }
  }
}
