package io.jacinth.engine.info;

import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import io.jacinth.engine.keyspace.Partitions;

/**
 * The server's memory at one moment, in bytes.
 *
 * @param data live blocks of the partitions: keys, values and the tables that find them
 * @param tables the part of the data that only finds keys
 * @param footprint what the partitions took from the system
 * @param heap an estimate of what the objects of large collections take of the Java heap
 * @param clients buffers of connections: requests not yet complete, replies not yet taken
 */
public record MemoryUse(long data, long tables, long footprint, long heap, long clients) {
  public static MemoryUse of(Engine engine) {
    Partitions partitions = engine.partitions();
    long clients = 0;
    for (Client client : engine.clients().all()) {
      clients += client.queryBufferCapacity() + client.outputBytes();
    }
    return new MemoryUse(
        partitions.usedBytes(),
        partitions.tableBytes(),
        partitions.footprintBytes(),
        partitions.heapBytes(),
        clients);
  }

  /** What {@code maxmemory} is compared with. */
  public long used() {
    return data + heap + clients;
  }

  /** All that is not keys and values themselves. */
  public long overhead() {
    return Math.min(tables + heap + clients, used());
  }
}
