package io.jacinth.engine.info;

import io.jacinth.engine.BlockedCall;
import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import java.util.function.ToLongFunction;

/** Who is connected. */
record ClientsSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Clients";
  }

  @Override
  public void write(InfoWriter out) {
    long blocked = engine.clients().all().stream().filter(Client::isBlocked).count();
    long limited = engine.clients().all().stream().filter(ClientsSection::hasTimeLimit).count();
    out.field("connected_clients", engine.clients().count())
        .field("cluster_connections", 0)
        .field("maxclients", engine.settings().clients.maxclients.value())
        .field("client_recent_max_input_buffer", largest(Client::queryBufferCapacity))
        .field("client_recent_max_output_buffer", largest(Client::outputBytes))
        .field("blocked_clients", blocked)
        .field("tracking_clients", engine.tracking().clients())
        .field("pubsub_clients", engine.pubSub().clients())
        .field("watching_clients", watching())
        .field("clients_in_timeout_table", limited)
        .field("total_watched_keys", engine.partitions().watchedKeys())
        .field("total_blocking_keys", engine.partitions().awaitedKeys())
        .field("total_blocking_keys_on_nokey", engine.partitions().awaitedRemovals());
  }

  private static boolean hasTimeLimit(Client client) {
    BlockedCall waiting = client.blockedCall();
    return waiting != null && waiting.hasTimeLimit();
  }

  private long watching() {
    return engine.clients().all().stream()
        .map(Client::transaction)
        .filter(transaction -> transaction != null && transaction.watched() > 0)
        .count();
  }

  private long largest(ToLongFunction<Client> size) {
    return engine.clients().all().stream().mapToLong(size).max().orElse(0);
  }
}
