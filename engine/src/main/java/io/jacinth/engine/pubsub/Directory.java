package io.jacinth.engine.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import io.jacinth.engine.ClientGroup;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The audiences of one kind by name; none is empty for longer than it takes to remove it. Read by
 * any thread without a lock.
 */
final class Directory {
  /** A client's membership, by which it leaves. */
  record Membership(Audience audience, ClientGroup group, ClientGroup.Seat seat) {}

  private final Map<ByteString, Audience> byName = new ConcurrentHashMap<>();

  /** On the client's loop. */
  synchronized Membership join(ByteString name, Client client) {
    Audience audience = byName.computeIfAbsent(name, Audience::new);
    ClientGroup group = audience.groupOf(client);
    return new Membership(audience, group, group.add(client));
  }

  /** On the client's loop. */
  synchronized void leave(Membership membership) {
    membership.group.remove(membership.seat);
    if (membership.audience.size() == 0) {
      byName.remove(membership.audience.name());
    }
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  int size() {
    return byName.size();
  }

  @Nullable Audience find(ByteString name) {
    return byName.get(name);
  }

  Collection<Audience> all() {
    return byName.values();
  }
}
