package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Engine;
import io.jacinth.engine.info.MemoryUse;
import io.jacinth.engine.info.ProcessFiles;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;

/**
 * {@code MEMORY STATS}: what takes memory, as a map with the fields of Redis 7.0. Scripts and the
 * program itself live on the Java heap, which is no part of it.
 */
final class MemoryStats implements Command {
  private static final int FIELDS = 27;
  private static final double PERCENT = 100;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MEMORY|STATS")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Tells what takes memory.")
        .complexity("O(N), N being the number of partitions")
        .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special");
  }

  @Override
  public void run(Call call) {
    Engine engine = call.engine();
    Partitions partitions = engine.partitions();
    MemoryUse use = MemoryUse.of(engine);
    long used = use.used();
    long peak = engine.gauges().peakBytes(used);
    int databases = 0;
    for (int i = 0; i < partitions.databases(); i++) {
      databases += partitions.size(i) > 0 ? 1 : 0;
    }
    Reply reply = call.reply();
    reply.map(FIELDS + (long) databases);
    field(reply, "peak.allocated", peak);
    field(reply, "total.allocated", used);
    field(reply, "startup.allocated", 0);
    field(reply, "replication.backlog", 0);
    field(reply, "clients.slaves", 0);
    field(reply, "clients.normal", use.clients());
    field(reply, "cluster.links", 0);
    field(reply, "aof.buffer", 0);
    field(reply, "lua.caches", 0);
    field(reply, "functions.caches", 0);
    for (int i = 0; i < partitions.databases(); i++) {
      if (partitions.size(i) > 0) {
        database(reply, partitions, i);
      }
    }
    dataset(reply, use, partitions, peak);
    allocator(reply, use, ProcessFiles.residentBytes());
  }

  private static void database(Reply reply, Partitions partitions, int index) {
    reply.bulk("db." + index);
    reply.map(3);
    field(reply, "overhead.hashtable.main", partitions.keyTableBytes(index));
    field(reply, "overhead.hashtable.expires", partitions.deadlineTableBytes(index));
    field(reply, "overhead.hashtable.slot-to-keys", 0);
  }

  private static void dataset(Reply reply, MemoryUse use, Partitions partitions, long peak) {
    long keys = 0;
    for (int i = 0; i < partitions.databases(); i++) {
      keys += partitions.size(i);
    }
    long dataset = use.used() - use.overhead();
    field(reply, "overhead.total", use.overhead());
    field(reply, "keys.count", keys);
    field(reply, "keys.bytes-per-key", keys == 0 ? 0 : use.used() / keys);
    field(reply, "dataset.bytes", dataset);
    field(reply, "dataset.percentage", PERCENT * ratio(dataset, use.used()));
    field(reply, "peak.percentage", PERCENT * ratio(use.used(), peak));
  }

  private static void allocator(Reply reply, MemoryUse use, long resident) {
    long footprint = use.footprint();
    field(reply, "allocator.allocated", use.data());
    field(reply, "allocator.active", footprint);
    field(reply, "allocator.resident", footprint);
    field(reply, "allocator-fragmentation.ratio", ratio(footprint, use.data()));
    field(reply, "allocator-fragmentation.bytes", footprint - use.data());
    field(reply, "allocator-rss.ratio", ratio(footprint, footprint));
    field(reply, "allocator-rss.bytes", 0);
    field(reply, "rss-overhead.ratio", ratio(resident, footprint));
    field(reply, "rss-overhead.bytes", resident - footprint);
    field(reply, "fragmentation", ratio(resident, use.used()));
    field(reply, "fragmentation.bytes", resident - use.used());
  }

  private static double ratio(long whole, long part) {
    return part == 0 ? 0 : (double) whole / part;
  }

  private static void field(Reply reply, String name, long value) {
    reply.bulk(name);
    reply.integer(value);
  }

  private static void field(Reply reply, String name, double value) {
    reply.bulk(name);
    reply.real(value);
  }
}
