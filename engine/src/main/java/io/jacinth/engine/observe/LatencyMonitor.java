package io.jacinth.engine.observe;

import io.jacinth.engine.Clock;
import io.jacinth.engine.config.LongSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last times that something took longer than {@code latency-monitor-threshold}, by event: what
 * LATENCY tells. Whatever may stall the server gives its name and its duration to {@link #sample},
 * from any thread. Thread-safe.
 */
public final class LatencyMonitor {
  /** A command that is not marked as fast. */
  public static final String COMMAND = "command";

  /** A command of constant or logarithmic time. */
  public static final String FAST_COMMAND = "fast-command";

  /** Serving a client that has waited. */
  public static final String COMMAND_UNBLOCKING = "command-unblocking";

  /** A round of removing expired keys. */
  public static final String EXPIRE_CYCLE = "expire-cycle";

  /** Making room below {@code maxmemory}, as a whole. */
  public static final String EVICTION_CYCLE = "eviction-cycle";

  /** Removing one key to make room. */
  public static final String EVICTION_DEL = "eviction-del";

  /** A round of defragmentation. */
  public static final String ACTIVE_DEFRAG_CYCLE = "active-defrag-cycle";

  /** Writing to the append-only file. */
  public static final String AOF_WRITE = "aof-write";

  /** Clients waited for a disk that was late with the append-only file. */
  public static final String AOF_WRITE_PENDING_FSYNC = "aof-write-pending-fsync";

  /** Bringing the append-only file to the disk before clients are answered. */
  public static final String AOF_FSYNC_ALWAYS = "aof-fsync-always";

  private final Clock clock;
  private final LongSetting thresholdMillis;
  private final Map<String, LatencySeries> series = new LinkedHashMap<>();

  LatencyMonitor(Clock clock, LongSetting thresholdMillis) {
    this.clock = clock;
    this.thresholdMillis = thresholdMillis;
  }

  public boolean isOn() {
    return thresholdMillis.value() > 0;
  }

  public long thresholdMillis() {
    return thresholdMillis.value();
  }

  /** Remembers how long something took, where that reaches the threshold. */
  public void sample(String event, long millis) {
    if (isOn() && millis >= thresholdMillis.value()) {
      add(event, millis);
    }
  }

  /** As {@link #sample}, of nanoseconds. */
  public void sampleNanos(String event, long nanos) {
    sample(event, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private synchronized void add(String event, long millis) {
    series.computeIfAbsent(event, name -> new LatencySeries()).add(nowSeconds(), millis);
  }

  /** Now, in seconds since 1970. */
  public long nowSeconds() {
    return clock.wallClockMicros() / 1_000_000;
  }

  /** The events that have samples, in the order of their first. */
  public synchronized List<String> events() {
    return List.copyOf(series.keySet());
  }

  /** A copy of an event's samples; null where there are none. */
  public synchronized @Nullable LatencySeries of(String event) {
    LatencySeries found = series.get(event);
    return found == null ? null : found.copy();
  }

  /** Forgets events, all of them where none is named; answers how many it forgot. */
  public synchronized int reset(List<String> events) {
    List<String> named = events.isEmpty() ? new ArrayList<>(series.keySet()) : events;
    int before = series.size();
    named.forEach(series::remove);
    return before - series.size();
  }
}
