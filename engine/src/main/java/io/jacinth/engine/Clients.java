package io.jacinth.engine;

import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All connected clients by id. Used from every thread. */
public final class Clients {
  private final ConcurrentSkipListMap<Long, Client> byId = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final AtomicInteger connected = new AtomicInteger();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private final LongAdder overOutput = new LongAdder();
  private final LongAdder overQuery = new LongAdder();

  /** The id of the next connection: 1, 2, 3, … */
  public long nextId() {
    return lastId.incrementAndGet();
  }

  public void add(Client client) {
    accepted.increment();
    connected.incrementAndGet();
    byId.put(client.id(), client);
  }

  public void remove(Client client) {
    if (byId.remove(client.id()) != null) {
      connected.decrementAndGet();
    }
  }

  /** Counts a connection that was refused for {@code maxclients}. */
  public void reject() {
    rejected.increment();
  }

  /** Counts a client that was closed for {@code maxmemory-clients}. */
  void evict() {
    evicted.increment();
  }

  /** Counts a client that was closed for {@code client-output-buffer-limit}. */
  public void exceedOutput() {
    overOutput.increment();
  }

  /** Counts a client that was closed for {@code client-query-buffer-limit}. */
  public void exceedQuery() {
    overQuery.increment();
  }

  /** The client of an id, or null. */
  public @Nullable Client find(long id) {
    return byId.get(id);
  }

  /** In the order of their ids. */
  public Collection<Client> all() {
    return byId.values();
  }

  public int count() {
    return connected.get();
  }

  public long acceptedCount() {
    return accepted.sum();
  }

  public long rejectedCount() {
    return rejected.sum();
  }

  public long evictedCount() {
    return evicted.sum();
  }

  public long overOutputCount() {
    return overOutput.sum();
  }

  public long overQueryCount() {
    return overQuery.sum();
  }

  void resetStatistics() {
    evicted.reset();
    overOutput.reset();
    overQuery.reset();
    accepted.reset();
    rejected.reset();
  }
}
