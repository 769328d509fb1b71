package io.jacinth.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Network buffers of one size that are lent out and taken back by their reference count: a buffer
 * of ours that counts 1 is free. A pooled buffer makes a new view of itself whenever it leaves the
 * pool, 64 bytes of heap a read and a write; these never go back to it. Owned by one loop's thread.
 */
final class LentBuffers {
  /** How many buffers are looked at before one is taken from the pool. */
  private static final int PROBES = 4;

  private final ByteBufAllocator pool;
  private final int bytes;
  private final @Nullable ByteBuf[] buffers;
  private int next;

  /**
   * @param count how many are kept, a power of two; they are made as they are needed
   */
  LentBuffers(ByteBufAllocator pool, int bytes, int count) {
    this.pool = pool;
    this.bytes = bytes;
    this.buffers = new ByteBuf[count];
  }

  /** Bytes that a buffer holds. */
  int capacity() {
    return bytes;
  }

  /**
   * An empty buffer, which whoever gets it releases once. Once the first is free again, so are
   * most, and it is taken first: the same few pages stay in use, and in the processor's cache.
   */
  ByteBuf take() {
    ByteBuf first = buffers[0];
    if (first != null && first.refCnt() == 1) {
      next = 0;
    }
    for (int i = 0; i < PROBES; i++) {
      int at = next++ & buffers.length - 1;
      ByteBuf buffer = buffers[at];
      if (buffer == null) {
        buffer = pool.directBuffer(bytes, bytes);
        buffers[at] = buffer;
      }
      if (buffer.refCnt() == 1) {
        return buffer.clear().retain();
      }
    }
    return pool.directBuffer(bytes, bytes);
  }

  /** Gives back those that are not lent; the others go with their last release. */
  void close() {
    for (ByteBuf buffer : buffers) {
      if (buffer != null) {
        buffer.release();
      }
    }
  }
}
