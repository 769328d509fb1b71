package io.jacinth.engine.info;

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
    out.field("connected_clients", engine.clients().count())
        .field("cluster_connections", 0)
        .field("maxclients", engine.settings().clients.maxclients.value())
        .field("client_recent_max_input_buffer", largest(Client::queryBufferCapacity))
        .field("client_recent_max_output_buffer", largest(Client::outputBytes))
        .field("blocked_clients", blocked)
        .field("tracking_clients", 0)
        .field("pubsub_clients", engine.pubSub().clients())
        .field("clients_in_timeout_table", 0);
  }

  private long largest(ToLongFunction<Client> size) {
    return engine.clients().all().stream().mapToLong(size).max().orElse(0);
  }
}
