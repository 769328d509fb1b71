package io.jacinth.engine.info;

import com.sun.management.ThreadMXBean;
import io.jacinth.engine.Engine;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/**
 * The Java virtual machine. {@code java_heap_allocated_bytes} only grows; between two readings it
 * shows what the server allocated on the heap meanwhile, which is nothing while it just serves.
 */
record JvmSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Jvm";
  }

  @Override
  public void write(InfoWriter out) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    out.field("java_version", System.getProperty("java.version", ""))
        .field("java_vm", System.getProperty("java.vm.name", ""))
        .field("java_heap_used_bytes", heap.getUsed())
        .field("java_heap_committed_bytes", heap.getCommitted())
        .field("java_heap_max_bytes", heap.getMax())
        .field("java_heap_allocated_bytes", allocatedBytes())
        .field("java_direct_bytes", directBytes())
        .field("java_threads", ManagementFactory.getThreadMXBean().getThreadCount())
        .field("event_loops", engine.workers().size())
        .field("event_loops_in_use", engine.gauges().loopsInUse());
    ManagementFactory.getGarbageCollectorMXBeans().forEach(gc -> write(out, gc));
  }

  private static void write(InfoWriter out, GarbageCollectorMXBean collector) {
    out.field(
        "java_gc_" + collector.getName().replace(' ', '_'),
        "count=%d,milliseconds=%d"
            .formatted(collector.getCollectionCount(), collector.getCollectionTime()));
  }

  private static long allocatedBytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getTotalThreadAllocatedBytes()
        : -1;
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
