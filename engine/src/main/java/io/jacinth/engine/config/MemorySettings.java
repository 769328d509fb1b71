package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.integer;

/** How much memory may be used, which keys make room, and how memory is given back. */
public final class MemorySettings extends SettingGroup {
  private static final String STEP_BY_STEP = "large values are freed step by step in any case";

  public final LongSetting maxmemory =
      add(
          bytes("maxmemory")
              .defaultsTo(0)
              .live()
              .says("The most memory that data and buffers may take; 0 means no limit."));
  public final ValueSetting<MaxmemoryPolicy> maxmemoryPolicy =
      add(
          choice("maxmemory-policy", MaxmemoryPolicy.NOEVICTION)
              .live()
              .says("Which key is removed when maxmemory is reached."));
  public final LongSetting maxmemorySamples =
      add(
          integer("maxmemory-samples")
              .between(1, Integer.MAX_VALUE)
              .defaultsTo(5)
              .live()
              .says("How many keys are compared to choose the one to remove."));
  public final LongSetting maxmemoryEvictionTenacity =
      add(
          integer("maxmemory-eviction-tenacity")
              .between(0, 100)
              .defaultsTo(10)
              .live()
              .says("How long an eviction may keep clients waiting; 100 as long as it takes."));
  public final LongSetting lfuLogFactor =
      add(
          count("lfu-log-factor")
              .defaultsTo(10)
              .live()
              .says("How many uses it takes for a key's frequency counter to fill."));
  public final LongSetting lfuDecayTime =
      add(
          count("lfu-decay-time")
              .defaultsTo(1)
              .live()
              .says("Minutes after which a frequency counter loses one."));
  public final BoolSetting lazyfreeLazyEviction =
      add(
          bool("lazyfree-lazy-eviction")
              .live()
              .inert(STEP_BY_STEP)
              .says("Whether the memory of evicted keys is freed in the background."));
  public final BoolSetting lazyfreeLazyExpire =
      add(
          bool("lazyfree-lazy-expire")
              .live()
              .inert(STEP_BY_STEP)
              .says("Whether the memory of expired keys is freed in the background."));
  public final BoolSetting lazyfreeLazyServerDel =
      add(
          bool("lazyfree-lazy-server-del")
              .live()
              .inert(STEP_BY_STEP)
              .says("Whether values that a command replaces are freed in the background."));
  public final BoolSetting lazyfreeLazyUserDel =
      add(
          bool("lazyfree-lazy-user-del")
              .live()
              .inert(STEP_BY_STEP)
              .says("Whether DEL works as UNLINK does."));
  public final BoolSetting lazyfreeLazyUserFlush =
      add(
          bool("lazyfree-lazy-user-flush")
              .live()
              .says("Whether FLUSHALL and FLUSHDB free in the background unless told otherwise."));
  public final BoolSetting activedefrag =
      add(
          bool("activedefrag")
              .live()
              .says("Whether fragmented memory is compacted while the server runs."));
  public final LongSetting activeDefragIgnoreBytes =
      add(
          bytes("active-defrag-ignore-bytes")
              .atLeast(1)
              .defaultsTo(100 << 20)
              .live()
              .says("Waste below which nothing is compacted."));
  public final LongSetting activeDefragThresholdLower =
      add(
          integer("active-defrag-threshold-lower")
              .between(0, 1000)
              .defaultsTo(10)
              .live()
              .says("Waste in per cent below which nothing is compacted."));
  public final LongSetting activeDefragThresholdUpper =
      add(
          integer("active-defrag-threshold-upper")
              .between(0, 1000)
              .defaultsTo(100)
              .live()
              .says("Waste in per cent from which compaction takes the most effort."));
  public final LongSetting activeDefragCycleMin =
      add(
          integer("active-defrag-cycle-min")
              .between(1, 99)
              .defaultsTo(1)
              .live()
              .says("The least effort of a compaction, in per cent of a core."));
  public final LongSetting activeDefragCycleMax =
      add(
          integer("active-defrag-cycle-max")
              .between(1, 99)
              .defaultsTo(25)
              .live()
              .says("The most effort of a compaction, in per cent of a core."));
  public final LongSetting activeDefragMaxScanFields =
      add(
          integer("active-defrag-max-scan-fields")
              .atLeast(1)
              .defaultsTo(1000)
              .live()
              .inert("large collections are not compacted")
              .says("Collections with more elements are compacted in steps."));
  public final BoolSetting jemallocBgThread =
      add(
          bool("jemalloc-bg-thread")
              .defaultsTo(true)
              .live()
              .inert("memory comes from the server's own allocator")
              .says("Whether jemalloc gives memory back from a thread of its own."));

  MemorySettings(Configuration configuration) {
    super(configuration);
  }
}
