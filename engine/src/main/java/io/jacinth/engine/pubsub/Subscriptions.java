package io.jacinth.engine.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one client has subscribed to. Owned by its loop; counts are read by any thread. */
public final class Subscriptions {
  private final Client client;
  private final @Nullable Map<ByteString, Directory.Membership>[] byKind;
  private @Nullable PubSub pubSub;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  public Subscriptions(Client client) {
    this.client = client;
    this.byKind = new Map[Kind.values().length];
  }

  /** Begins a subscription; nothing happens where the client has it. */
  public void add(PubSub server, Kind kind, ByteString name) {
    Map<ByteString, Directory.Membership> joined = byKind[kind.ordinal()];
    if (joined == null) {
      joined = new LinkedHashMap<>();
      byKind[kind.ordinal()] = joined;
    }
    if (!joined.containsKey(name)) {
      if (isEmpty()) {
        pubSub = server;
        server.countClient(1);
        client.subscribed(true);
      }
      joined.put(name, server.directory(kind).join(name, client));
    }
  }

  /** Ends a subscription; nothing happens where the client has none. */
  public void remove(Kind kind, ByteString name) {
    Map<ByteString, Directory.Membership> joined = byKind[kind.ordinal()];
    Directory.Membership membership = joined == null ? null : joined.remove(name);
    if (membership != null && pubSub != null) {
      pubSub.directory(kind).leave(membership);
      if (isEmpty()) {
        pubSub.countClient(-1);
        client.subscribed(false);
      }
    }
  }

  /** Ends all subscriptions. */
  public void clear() {
    if (!isEmpty()) {
      for (Kind kind : Kind.values()) {
        names(kind).forEach(name -> remove(kind, name));
      }
    }
  }

  /** The names of one kind, in the order of subscription. */
  public List<ByteString> names(Kind kind) {
    Map<ByteString, Directory.Membership> joined = byKind[kind.ordinal()];
    return joined == null ? List.of() : List.copyOf(joined.keySet());
  }

  public int count(Kind kind) {
    Map<ByteString, Directory.Membership> joined = byKind[kind.ordinal()];
    return joined == null ? 0 : joined.size();
  }

  /** The number that the messages about a kind's subscriptions give. */
  public int countBeside(Kind kind) {
    return kind == Kind.SHARD_CHANNEL ? count(kind) : count(Kind.CHANNEL) + count(Kind.PATTERN);
  }

  /** The number of all. */
  public int count() {
    return count(Kind.CHANNEL) + count(Kind.PATTERN) + count(Kind.SHARD_CHANNEL);
  }

  public boolean isEmpty() {
    return count() == 0;
  }
}
