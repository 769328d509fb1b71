package io.jacinth.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.uring.IoUringBufferRingAllocator;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * Where reads put their bytes: one set of {@link LentBuffers} a loop, however many connections it
 * has, since a buffer is free again as soon as its bytes are parsed.
 */
final class ReceiveBuffers extends FixedRecvByteBufAllocator implements IoUringBufferRingAllocator {
  private final FastThreadLocal<LentBuffers> ofLoop;

  /**
   * @param count how many each loop keeps
   */
  ReceiveBuffers(int bytes, int count) {
    super(bytes);
    ofLoop =
        new FastThreadLocal<>() {
          @Override
          protected LentBuffers initialValue() {
            return new LentBuffers(PooledByteBufAllocator.DEFAULT, bytes, count);
          }

          @Override
          protected void onRemoval(LentBuffers buffers) {
            buffers.close();
          }
        };
  }

  @Override
  public ByteBuf allocate() {
    return ofLoop.get().take();
  }

  @Override
  public void lastBytesRead(int attempted, int actual) {
    // The size is fixed.
  }

  @Override
  public ExtendedHandle newHandle() {
    return new MaxMessageHandle() {
      @Override
      public int guess() {
        return ofLoop.get().capacity();
      }

      @Override
      public ByteBuf allocate(ByteBufAllocator allocator) {
        return ofLoop.get().take();
      }
    };
  }
}
