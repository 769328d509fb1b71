package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.millis;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.tcpPort;

/** The cluster of which the server may be a node. */
public final class ClusterSettings extends SettingGroup {
  private static final int LONGEST_HOSTNAME = 255;

  public final BoolSetting clusterEnabled =
      add(bool("cluster-enabled").onlyDefault().says("Whether the server is a cluster's node."));
  public final ValueSetting<String> clusterConfigFile =
      add(
          string("cluster-config-file")
              .defaultsTo("nodes.conf")
              .says("The file in which a node keeps what it knows of the cluster."));
  public final LongSetting clusterPort =
      add(tcpPort("cluster-port").says("The port for other nodes; 0 is the TCP port plus 10000."));
  public final LongSetting clusterNodeTimeout =
      add(
          millis("cluster-node-timeout")
              .defaultsTo(15_000)
              .live()
              .says("Milliseconds of silence after which a node counts as failing."));
  public final LongSetting clusterReplicaValidityFactor =
      add(
          count("cluster-replica-validity-factor")
              .alias("cluster-slave-validity-factor")
              .defaultsTo(10)
              .live()
              .says("How old a replica's data may be for it to take over; 0 sets no bound."));
  public final LongSetting clusterMigrationBarrier =
      add(
          count("cluster-migration-barrier")
              .defaultsTo(1)
              .live()
              .says("How many replicas a primary keeps when one moves to another."));
  public final BoolSetting clusterAllowReplicaMigration =
      add(
          bool("cluster-allow-replica-migration")
              .defaultsTo(true)
              .live()
              .says("Whether replicas move to primaries that have none."));
  public final BoolSetting clusterReplicaNoFailover =
      add(
          bool("cluster-replica-no-failover")
              .alias("cluster-slave-no-failover")
              .live()
              .says("Whether this replica never takes over by itself."));
  public final BoolSetting clusterRequireFullCoverage =
      add(
          bool("cluster-require-full-coverage")
              .defaultsTo(true)
              .live()
              .says("Whether a cluster with uncovered slots refuses all queries."));
  public final BoolSetting clusterAllowReadsWhenDown =
      add(
          bool("cluster-allow-reads-when-down")
              .live()
              .says("Whether a node reads while the cluster is down."));
  public final BoolSetting clusterAllowPubsubshardWhenDown =
      add(
          bool("cluster-allow-pubsubshard-when-down")
              .defaultsTo(true)
              .live()
              .says("Whether sharded pub/sub works while the cluster is down."));
  public final LongSetting clusterLinkSendbufLimit =
      add(
          bytes("cluster-link-sendbuf-limit")
              .live()
              .says("The most bytes that may wait on a link between nodes; 0 means no limit."));
  public final ValueSetting<String> clusterAnnounceIp =
      add(string("cluster-announce-ip").live().says("The address that a node gives for itself."));
  public final ValueSetting<String> clusterAnnounceHostname =
      add(
          string("cluster-announce-hostname")
              .check(ClusterSettings::hostname)
              .live()
              .says("The host name that a node gives for itself."));
  public final LongSetting clusterAnnouncePort =
      add(tcpPort("cluster-announce-port").live().says("The port that a node gives for itself."));
  public final LongSetting clusterAnnounceTlsPort =
      add(
          tcpPort("cluster-announce-tls-port")
              .live()
              .says("The TLS port that a node gives for itself."));
  public final LongSetting clusterAnnounceBusPort =
      add(
          tcpPort("cluster-announce-bus-port")
              .live()
              .says("The port for other nodes that a node gives for itself."));
  public final ValueSetting<String> clusterPreferredEndpointType =
      add(
          choice("cluster-preferred-endpoint-type", "ip", "hostname", "unknown-endpoint")
              .live()
              .says("How redirections name the node to go to."));

  ClusterSettings(Configuration configuration) {
    super(configuration, "the cluster");
  }

  private static String hostname(String name) throws ConfigException {
    if (name.length() > LONGEST_HOSTNAME) {
      throw new ConfigException("Hostnames must be less than 256 characters");
    }
    if (!name.matches("[0-9A-Za-z.-]*")) {
      throw new ConfigException(
          "Hostnames may only contain alphanumeric characters, hyphens or dots");
    }
    return name;
  }
}
