package io.jacinth.engine.eviction;

import io.jacinth.engine.Client;
import io.jacinth.engine.Clients;
import io.jacinth.engine.Clock;
import io.jacinth.engine.config.MemorySettings;
import io.jacinth.engine.keyspace.Partitions;

/**
 * The memory in use and the {@code maxmemory} that it is compared with. Used from every thread.
 *
 * <p>Used are the live blocks of all partitions, which is keys, values and their tables to the
 * byte; an estimate of the heap that large collections take; and the buffers of clients, added up
 * by the first worker's cron. Live blocks can exceed the limit only where what the partitions took
 * from the system does, and that grows by a chunk of a megabyte at a time: so it is enough to look
 * at it whenever a chunk is taken, and as long as it is below the limit no request pays anything.
 */
public final class MemoryLimit {
  /** Is told when requests have to begin, or may cease, to look at the memory in use. */
  public interface Listener {
    void tight(boolean isTight);
  }

  private static final long NANOS_A_MILLI = 1_000_000;

  private final Partitions partitions;
  private final Clients clients;
  private final MemorySettings settings;
  private final Clock clock;
  private final Listener listener;
  private volatile long clientBytes;

  /** When the memory in use was first seen over the limit, by nanoTime; guarded by this. */
  private long exceededSinceNanos;

  private volatile boolean isExceeded;
  private long exceededNanos;

  public MemoryLimit(
      Partitions partitions,
      Clients clients,
      MemorySettings settings,
      Clock clock,
      Listener listener) {
    this.partitions = partitions;
    this.clients = clients;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
    partitions.onGrowth(this::review);
    settings.maxmemory.onChange(this::review);
    review();
  }

  MemorySettings settings() {
    return settings;
  }

  /** Bytes in use, as far as {@code maxmemory} counts them. */
  public long usedBytes() {
    return partitions.usedBytes() + partitions.heapBytes() + clientBytes;
  }

  /** Bytes in use beyond the limit; 0 or less: there is room left, or no limit. */
  public long excessBytes() {
    long limit = settings.maxmemory.value();
    return limit == 0 ? 0 : usedBytes() - limit;
  }

  /** Looks at whether requests have to care. */
  private synchronized void review() {
    long limit = settings.maxmemory.value();
    listener.tight(
        limit > 0 && partitions.chunkBytes() + partitions.heapBytes() + clientBytes > limit);
  }

  /** Adds up the buffers of all clients, where there is a limit. */
  public void countClients() {
    if (settings.maxmemory.value() > 0) {
      long sum = 0;
      for (Client client : clients.all()) {
        sum += client.queryBufferCapacity() + client.outputBytes();
      }
      clientBytes = sum;
      review();
    }
  }

  /** Notes whether the memory in use is over the limit. */
  public void exceeded(boolean isNow) {
    if (isNow != isExceeded) {
      change(isNow);
    }
  }

  private synchronized void change(boolean isNow) {
    if (isNow != isExceeded) {
      long now = clock.nanoTime();
      if (isNow) {
        exceededSinceNanos = now;
      } else {
        exceededNanos += now - exceededSinceNanos;
      }
      isExceeded = isNow;
    }
  }

  /** For how long the limit has been exceeded without a break; 0: it is not. */
  public synchronized long exceededMillisNow() {
    return isExceeded ? (clock.nanoTime() - exceededSinceNanos) / NANOS_A_MILLI : 0;
  }

  /** For how long the limit has been exceeded altogether. */
  public synchronized long exceededMillis() {
    return exceededNanos / NANOS_A_MILLI + exceededMillisNow();
  }

  /** CONFIG RESETSTAT. */
  public synchronized void resetStatistics() {
    exceededNanos = 0;
    exceededSinceNanos = clock.nanoTime();
  }
}
