package io.jacinth.engine;

import io.jacinth.engine.config.MemoryOrPercent;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.info.ClientLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code maxmemory-clients}: where the buffers of all clients together exceed it, the clients with
 * the largest are closed until the rest fits. Clients that CLIENT NO-EVICT spares are neither
 * counted nor closed. Used from every thread.
 */
public final class ClientEviction {
  /** Adding up asks every client: this often at most, besides once a cron. */
  private static final long PERIOD_NANOS = 5_000_000;

  /** A lower limit would close clients that do nothing unusual. */
  private static final long LEAST_LIMIT_BYTES = 128 << 10;

  private final Engine engine;
  private final AtomicLong lastNanos;

  ClientEviction(Engine engine) {
    this.engine = engine;
    this.lastNanos = new AtomicLong(engine.clock().nanoTime() - PERIOD_NANOS);
  }

  /** Bytes that all clients together may take; {@link Long#MAX_VALUE}: no limit. */
  public long limitBytes() {
    ServerSettings settings = engine.settings();
    MemoryOrPercent limit = settings.clients.maxmemoryClients.value();
    long bytes =
        limit.percent() > 0
            ? settings.memory.maxmemory.value() / 100 * limit.percent()
            : limit.bytes();
    return bytes == 0 ? Long.MAX_VALUE : Math.max(bytes, LEAST_LIMIT_BYTES);
  }

  /** Looks, unless somebody did a moment ago, whether clients take too much. */
  public void reviewSoon() {
    long limit = limitBytes();
    if (limit == Long.MAX_VALUE) {
      return;
    }
    long now = engine.clock().nanoTime();
    long last = lastNanos.get();
    if (now - last >= PERIOD_NANOS && lastNanos.compareAndSet(last, now)) {
      review(limit);
    }
  }

  /** Looks whether clients take too much. */
  void review() {
    long limit = limitBytes();
    if (limit != Long.MAX_VALUE) {
      review(limit);
    }
  }

  private record Sized(Client client, long bytes) {}

  private synchronized void review(long limit) {
    List<Sized> clients = new ArrayList<>();
    long sum = 0;
    for (Client client : engine.clients().all()) {
      if (!client.isSparedEviction() && !client.isGone()) {
        long bytes = client.memoryBytes();
        clients.add(new Sized(client, bytes));
        sum += bytes;
      }
    }
    if (sum > limit) {
      close(clients, sum - limit);
    }
  }

  private void close(List<Sized> clients, long excess) {
    clients.sort(Comparator.comparingLong(Sized::bytes).reversed());
    long left = excess;
    for (Sized sized : clients) {
      if (left <= 0) {
        return;
      }
      engine.host().notice("Evicting client: " + line(sized.client));
      engine.clients().evict();
      sized.client.kill();
      left -= sized.bytes;
    }
  }

  private String line(Client client) {
    return ClientLine.of(client, engine.clock().wallClockMicros() / 1000);
  }
}
