package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.seconds;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.tcpPort;
import static io.jacinth.engine.config.Directives.value;

/** Primaries and replicas. */
public final class ReplicationSettings extends SettingGroup {
  private static final long LEAST_BACKLOG_BYTES = 16 << 10;

  public final ValueSetting<String> replicaof =
      add(
          value("replicaof", new PrimaryAddress(), "")
              .alias("slaveof")
              .onlyDefault()
              .says("The host and port of the primary; none makes this server one."));
  public final ValueSetting<String> masteruser =
      add(
          string("masteruser")
              .live()
              .sensitive()
              .says("The user as which a replica logs in at its primary."));
  public final ValueSetting<String> masterauth =
      add(
          string("masterauth")
              .live()
              .sensitive()
              .says("The password with which a replica logs in at its primary."));
  public final BoolSetting replicaServeStaleData =
      add(
          bool("replica-serve-stale-data")
              .alias("slave-serve-stale-data")
              .defaultsTo(true)
              .live()
              .says("Whether a replica answers while it has lost its primary."));
  public final BoolSetting replicaReadOnly =
      add(
          bool("replica-read-only")
              .alias("slave-read-only")
              .defaultsTo(true)
              .live()
              .says("Whether a replica refuses its clients' writes."));
  public final BoolSetting replicaIgnoreMaxmemory =
      add(
          bool("replica-ignore-maxmemory")
              .alias("slave-ignore-maxmemory")
              .defaultsTo(true)
              .live()
              .says("Whether a replica leaves eviction to its primary."));
  public final BoolSetting replicaIgnoreDiskWriteErrors =
      add(
          bool("replica-ignore-disk-write-errors")
              .live()
              .says("Whether a replica goes on when it cannot write to its disk."));
  public final BoolSetting replicaLazyFlush =
      add(
          bool("replica-lazy-flush")
              .alias("slave-lazy-flush")
              .live()
              .says("Whether a replica frees its old data in the background before a sync."));
  public final LongSetting replicaPriority =
      add(
          count("replica-priority")
              .alias("slave-priority")
              .defaultsTo(100)
              .live()
              .says("Which replica is promoted first, the lowest; 0 never is."));
  public final BoolSetting replicaAnnounced =
      add(
          bool("replica-announced")
              .defaultsTo(true)
              .live()
              .says("Whether Sentinel tells clients of the replica."));
  public final ValueSetting<String> replicaAnnounceIp =
      add(
          string("replica-announce-ip")
              .alias("slave-announce-ip")
              .live()
              .says("The address that a replica gives for itself."));
  public final LongSetting replicaAnnouncePort =
      add(
          tcpPort("replica-announce-port")
              .alias("slave-announce-port")
              .live()
              .says("The port that a replica gives for itself; 0 gives its own."));
  public final BoolSetting replDisklessSync =
      add(
          bool("repl-diskless-sync")
              .defaultsTo(true)
              .live()
              .says("Whether a snapshot goes to replicas without touching the disk."));
  public final LongSetting replDisklessSyncDelay =
      add(
          seconds("repl-diskless-sync-delay")
              .defaultsTo(5)
              .live()
              .says("Seconds to wait for more replicas before a diskless sync."));
  public final LongSetting replDisklessSyncMaxReplicas =
      add(
          count("repl-diskless-sync-max-replicas")
              .defaultsTo(0)
              .live()
              .says("How many replicas end that wait; 0 waits for the whole delay."));
  public final ValueSetting<String> replDisklessLoad =
      add(
          choice("repl-diskless-load", "disabled", "on-empty-db", "swapdb")
              .live()
              .says("When a replica loads a snapshot straight from the connection."));
  public final BoolSetting replDisableTcpNodelay =
      add(
          bool("repl-disable-tcp-nodelay")
              .live()
              .says("Whether links to replicas trade latency for fewer packets."));
  public final LongSetting replPingReplicaPeriod =
      add(
          integer("repl-ping-replica-period")
              .alias("repl-ping-slave-period")
              .between(1, Integer.MAX_VALUE)
              .defaultsTo(10)
              .live()
              .says("Seconds between the pings of a primary."));
  public final LongSetting replTimeout =
      add(
          integer("repl-timeout")
              .between(1, Integer.MAX_VALUE)
              .defaultsTo(60)
              .live()
              .says("Seconds of silence after which a link counts as lost."));
  public final LongSetting replBacklogSize =
      add(
          bytes("repl-backlog-size")
              .atLeast(1)
              .heldBetween(LEAST_BACKLOG_BYTES, Long.MAX_VALUE)
              .defaultsTo(1 << 20)
              .live()
              .says("How much of the stream is kept for replicas that come back."));
  public final LongSetting replBacklogTtl =
      add(
          integer("repl-backlog-ttl")
              .atLeast(0)
              .defaultsTo(3600)
              .live()
              .says("Seconds without replicas after which the backlog goes; 0 keeps it."));
  public final LongSetting minReplicasToWrite =
      add(
          count("min-replicas-to-write")
              .alias("min-slaves-to-write")
              .defaultsTo(0)
              .live()
              .says("How many replicas must keep up for writes to be taken; 0 asks for none."));
  public final LongSetting minReplicasMaxLag =
      add(
          count("min-replicas-max-lag")
              .alias("min-slaves-max-lag")
              .defaultsTo(10)
              .live()
              .says("Seconds within which a replica must have answered to count."));
  public final ValueSetting<String> propagationErrorBehavior =
      add(
          choice("propagation-error-behavior", "ignore", "panic", "panic-on-replicas")
              .live()
              .says("What happens when a command of the stream fails."));

  ReplicationSettings(Configuration configuration) {
    super(configuration, "replication");
  }
}
