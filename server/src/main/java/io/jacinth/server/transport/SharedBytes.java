package io.jacinth.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are being sent to many connections, once each in network memory: one in each
 * protocol. Owned by one loop's thread.
 */
final class SharedBytes {
  private record Copy(byte[] source, ByteBuf buffer) {}

  private final ByteBufAllocator pool;
  private final @Nullable Copy[] copies = new Copy[2];
  private int last;

  SharedBytes(ByteBufAllocator pool) {
    this.pool = pool;
  }

  /** A view of the bytes, which whoever gets it releases once. */
  ByteBuf view(byte[] bytes) {
    for (Copy copy : copies) {
      if (copy != null && copy.source == bytes) {
        return copy.buffer.retainedDuplicate();
      }
    }
    return keep(bytes).retainedDuplicate();
  }

  private ByteBuf keep(byte[] bytes) {
    last = 1 - last;
    drop(last);
    ByteBuf buffer = pool.directBuffer(bytes.length, bytes.length).writeBytes(bytes);
    copies[last] = new Copy(bytes, buffer);
    return buffer;
  }

  /** Gives everything back. */
  void close() {
    drop(0);
    drop(1);
  }

  /** Gives back what is too large to be kept until something else is sent. */
  void forgetLarge() {
    for (int i = 0; i < copies.length; i++) {
      Copy copy = copies[i];
      if (copy != null && !PushedBytes.isSmall(copy.source)) {
        drop(i);
      }
    }
  }

  private void drop(int index) {
    Copy copy = copies[index];
    if (copy != null) {
      copies[index] = null;
      copy.buffer.release();
    }
  }
}
