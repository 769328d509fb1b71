package io.jacinth.engine.info;

import com.sun.management.OperatingSystemMXBean;
import io.jacinth.engine.Engine;
import io.jacinth.engine.Worker;
import io.jacinth.engine.config.MemorySettings;
import java.lang.management.ManagementFactory;

/** Memory of data and buffers, and of the whole process. */
record MemorySection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Memory";
  }

  @Override
  public void write(InfoWriter out) {
    MemoryUse use = MemoryUse.of(engine);
    long used = use.used();
    long resident = ProcessFiles.residentBytes();
    long dataset = used - use.overhead();
    long peak = engine.gauges().peakBytes(used);
    out.bytes("used_memory", used)
        .bytes("used_memory_rss", resident)
        .bytes("used_memory_peak", peak)
        .percent("used_memory_peak_perc", used, peak)
        .field("used_memory_overhead", use.overhead())
        .field("used_memory_startup", 0)
        .field("used_memory_dataset", dataset)
        .percent("used_memory_dataset_perc", dataset, used)
        .field("allocator_allocated", use.data())
        .field("allocator_active", use.footprint())
        .field("allocator_resident", use.footprint())
        .bytes("total_system_memory", systemBytes());
    engine.scripting().writeMemory(out);
    writeLimit(out, engine.settings().memory);
    long footprint = use.footprint();
    out.field("allocator_frag_ratio", ratio(use.footprint(), use.data()))
        .field("allocator_frag_bytes", use.footprint() - use.data())
        .field("allocator_rss_ratio", ratio(footprint, footprint))
        .field("allocator_rss_bytes", 0)
        .field("rss_overhead_ratio", ratio(resident, footprint))
        .field("rss_overhead_bytes", resident - footprint)
        .field("mem_fragmentation_ratio", ratio(resident, used))
        .field("mem_fragmentation_bytes", resident - used)
        .field("mem_not_counted_for_evict", 0)
        .field("mem_replication_backlog", 0)
        .field("mem_total_replication_buffers", 0)
        .field("mem_clients_slaves", 0)
        .field("mem_clients_normal", use.clients())
        .field("mem_cluster_links", 0)
        .field("mem_aof_buffer", 0)
        .field("mem_allocator", "jacinth-slabs")
        .field(
            "active_defrag_running",
            engine.workers().stream().mapToInt(Worker::defragmentationPercent).max().orElse(0))
        .field("lazyfree_pending_objects", engine.partitions().doomedKeys())
        .field("lazyfreed_objects", engine.statistics().reclaimed());
  }

  private static void writeLimit(InfoWriter out, MemorySettings settings) {
    out.bytes("maxmemory", settings.maxmemory.value())
        .field("maxmemory_policy", settings.maxmemoryPolicy.text());
  }

  private static double ratio(long whole, long part) {
    return part == 0 ? 0 : (double) whole / part;
  }

  private static long systemBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
