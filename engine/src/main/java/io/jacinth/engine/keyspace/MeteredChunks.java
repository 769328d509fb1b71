package io.jacinth.engine.keyspace;

import io.jacinth.memory.ChunkSource;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/** A source of chunks that counts what is out, and says so when that has grown. Thread-safe. */
final class MeteredChunks implements ChunkSource {
  private final ChunkSource source;
  private final AtomicLong bytes = new AtomicLong();
  private volatile Runnable onGrowth = () -> {};

  MeteredChunks(ChunkSource source) {
    this.source = source;
  }

  void onGrowth(Runnable listener) {
    onGrowth = listener;
  }

  @Override
  public MemorySegment acquire(long wanted) {
    MemorySegment chunk = source.acquire(wanted);
    bytes.addAndGet(wanted);
    onGrowth.run();
    return chunk;
  }

  @Override
  public void release(MemorySegment chunk) {
    bytes.addAndGet(-chunk.byteSize());
    source.release(chunk);
  }

  @Override
  public void cool() {
    source.cool();
  }

  long bytes() {
    return bytes.get();
  }
}
