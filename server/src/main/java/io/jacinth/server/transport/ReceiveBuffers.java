package io.jacinth.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.uring.IoUringBufferRingAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.function.BooleanSupplier;

/**
 * Where reads put their bytes: one set of {@link LentBuffers} a loop, however many connections it
 * has, since a buffer is free again as soon as its bytes are parsed.
 */
final class ReceiveBuffers extends FixedRecvByteBufAllocator implements IoUringBufferRingAllocator {
  /** As much as is read at a time from somebody who has not logged in. */
  private static final int STRANGER_BYTES = 512;

  private final FastThreadLocal<LentBuffers> ofLoop;
  private final BooleanSupplier isTrusted;

  private ReceiveBuffers(FastThreadLocal<LentBuffers> ofLoop, BooleanSupplier isTrusted) {
    super(STRANGER_BYTES);
    this.ofLoop = ofLoop;
    this.isTrusted = isTrusted;
  }

  /**
   * @param count how many each loop keeps
   */
  ReceiveBuffers(int bytes, int count) {
    super(bytes);
    isTrusted = () -> true;
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

  /**
   * The same for one connection, but that it reads little at a time until it is trusted: so those
   * who have not logged in cannot keep a loop from the others for long.
   */
  RecvByteBufAllocator onceTrusted(BooleanSupplier isTrusted) {
    return new ReceiveBuffers(ofLoop, isTrusted);
  }

  @Override
  public ExtendedHandle newHandle() {
    return new MaxMessageHandle() {
      @Override
      public int guess() {
        return isTrusted.getAsBoolean() ? ofLoop.get().capacity() : STRANGER_BYTES;
      }

      @Override
      public ByteBuf allocate(ByteBufAllocator allocator) {
        return isTrusted.getAsBoolean()
            ? ofLoop.get().take()
            : allocator.directBuffer(STRANGER_BYTES, STRANGER_BYTES);
      }
    };
  }
}
