package io.jacinth.engine.config;

import java.nio.file.Path;

/**
 * The settings of one server, by theme. Code holds the setting that it reads, {@code
 * settings.clients.maxclients}, and reads it for the cost of a field; only the CONFIG commands and
 * the configuration file go by name.
 */
public final class ServerSettings {
  public final Configuration configuration = new Configuration();
  public final NetworkSettings network;
  public final ClientSettings clients = new ClientSettings(configuration);
  public final SecuritySettings security = new SecuritySettings(configuration);
  public final KeyspaceSettings keyspace = new KeyspaceSettings(configuration);
  public final MemorySettings memory = new MemorySettings(configuration);
  public final EncodingSettings encodings = new EncodingSettings(configuration);
  public final ObservationSettings observation = new ObservationSettings(configuration);
  public final ScriptingSettings scripting = new ScriptingSettings(configuration);
  public final PersistenceSettings persistence = new PersistenceSettings(configuration);
  public final ReplicationSettings replication = new ReplicationSettings(configuration);
  public final ClusterSettings cluster = new ClusterSettings(configuration);
  public final TlsSettings tls = new TlsSettings(configuration);
  public final ProcessSettings process;

  /**
   * Settings at their defaults.
   *
   * @param cores of the machine
   * @param directory in which the server was started
   */
  public ServerSettings(int cores, Path directory) {
    network = new NetworkSettings(configuration, cores);
    process = new ProcessSettings(configuration, directory.toAbsolutePath().normalize());
  }
}
