package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import io.jacinth.engine.Gauges;
import io.jacinth.engine.Statistics;
import io.jacinth.engine.Worker;
import io.jacinth.engine.pubsub.Kind;
import java.util.function.ToLongFunction;

/** What has been done since the start or CONFIG RESETSTAT. */
record StatsSection(Engine engine) implements InfoSection {
  private static final double KILO = 1024;

  @Override
  public String title() {
    return "Stats";
  }

  @Override
  public void write(InfoWriter out) {
    Statistics sum = engine.statistics();
    Gauges gauges = engine.gauges();
    out.field("total_connections_received", engine.clients().acceptedCount())
        .field("total_commands_processed", sum.commands())
        .field("instantaneous_ops_per_sec", Math.round(gauges.commandsASecond()))
        .field("total_net_input_bytes", sum.bytesIn())
        .field("total_net_output_bytes", sum.bytesOut())
        .field("total_net_repl_input_bytes", 0)
        .field("total_net_repl_output_bytes", 0)
        .field("instantaneous_input_kbps", gauges.bytesInASecond() / KILO)
        .field("instantaneous_output_kbps", gauges.bytesOutASecond() / KILO)
        .field("rejected_connections", engine.clients().rejectedCount())
        .field("expired_keys", sum.expired())
        .field("expire_cycle_cpu_milliseconds", sum.expiryNanos() / 1_000_000)
        .field("evicted_keys", sum.evictedKeys())
        .field("evicted_clients", 0)
        .field("total_eviction_exceeded_time", engine.memoryLimit().exceededMillis())
        .field("current_eviction_exceeded_time", engine.memoryLimit().exceededMillisNow())
        .field("keyspace_hits", sum.hits())
        .field("keyspace_misses", sum.misses())
        .field("active_defrag_hits", sum(worker -> worker.moves().moved()))
        .field("active_defrag_misses", sum(worker -> worker.moves().left()))
        .field("pubsub_channels", engine.pubSub().count(Kind.CHANNEL))
        .field("pubsub_patterns", engine.pubSub().count(Kind.PATTERN))
        .field("pubsubshard_channels", engine.pubSub().count(Kind.SHARD_CHANNEL))
        .field("latest_fork_usec", 0)
        .field("total_forks", 0)
        .field("total_error_replies", sum.errors())
        .field("total_reads_processed", sum.reads())
        .field("total_writes_processed", sum.writes());
  }

  private long sum(ToLongFunction<Worker> count) {
    return engine.workers().stream().mapToLong(count).sum();
  }
}
