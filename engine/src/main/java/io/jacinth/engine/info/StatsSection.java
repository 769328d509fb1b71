package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import io.jacinth.engine.Gauges;
import io.jacinth.engine.Statistics;
import io.jacinth.engine.Worker;
import io.jacinth.engine.acl.Denial;
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
        .field("instantaneous_input_repl_kbps", 0.0)
        .field("instantaneous_output_repl_kbps", 0.0)
        .field("rejected_connections", engine.clients().rejectedCount())
        .field("sync_full", 0)
        .field("sync_partial_ok", 0)
        .field("sync_partial_err", 0);
    writeKeys(out, sum);
    out.field("pubsub_channels", engine.pubSub().count(Kind.CHANNEL))
        .field("pubsub_patterns", engine.pubSub().count(Kind.PATTERN))
        .field("pubsubshard_channels", engine.pubSub().count(Kind.SHARD_CHANNEL))
        .field("latest_fork_usec", 0)
        .field("total_forks", 0)
        .field("migrate_cached_sockets", 0)
        .field("slave_expires_tracked_keys", 0)
        .field("active_defrag_hits", sum(worker -> worker.moves().moved()))
        .field("active_defrag_misses", sum(worker -> worker.moves().left()))
        .field("total_active_defrag_time", longest(ActiveTime::totalMillis))
        .field("current_active_defrag_time", longest(ActiveTime::currentMillis))
        .field("tracking_total_keys", engine.tracking().keys())
        .field("tracking_total_items", engine.tracking().items())
        .field("tracking_total_prefixes", engine.tracking().prefixes())
        .field("unexpected_error_replies", 0)
        .field("total_error_replies", sum.errors())
        .field("dump_payload_sanitizations", 0)
        .field("total_reads_processed", sum.reads())
        .field("total_writes_processed", sum.writes())
        .field("io_threaded_reads_processed", hasThreads() ? sum.reads() : 0)
        .field("io_threaded_writes_processed", hasThreads() ? sum.writes() : 0)
        .field("client_query_buffer_limit_disconnections", engine.clients().overQueryCount())
        .field("client_output_buffer_limit_disconnections", engine.clients().overOutputCount())
        .field("acl_access_denied_auth", engine.acl().denials(Denial.AUTH))
        .field("acl_access_denied_cmd", engine.acl().denials(Denial.COMMAND))
        .field("acl_access_denied_key", engine.acl().denials(Denial.KEY))
        .field("acl_access_denied_channel", engine.acl().denials(Denial.CHANNEL));
  }

  private void writeKeys(InfoWriter out, Statistics sum) {
    out.field("expired_keys", sum.expired())
        .field("expired_stale_perc", sum.stalePercent() / engine.workers().size())
        .field("expired_time_cap_reached_count", sum.expiryOverruns())
        .field("expire_cycle_cpu_milliseconds", sum.expiryNanos() / 1_000_000)
        .field("evicted_keys", sum.evictedKeys())
        .field("evicted_clients", engine.clients().evictedCount())
        .field("evicted_scripts", engine.scripting().evicted())
        .field("total_eviction_exceeded_time", engine.memoryLimit().exceededMillis())
        .field("current_eviction_exceeded_time", engine.memoryLimit().exceededMillisNow())
        .field("keyspace_hits", sum.hits())
        .field("keyspace_misses", sum.misses());
  }

  private boolean hasThreads() {
    return engine.workers().size() > 1;
  }

  private long longest(ToLongFunction<ActiveTime> time) {
    return engine.workers().stream().map(Worker::defragmentation).mapToLong(time).max().orElse(0);
  }

  private long sum(ToLongFunction<Worker> count) {
    return engine.workers().stream().mapToLong(count).sum();
  }
}
