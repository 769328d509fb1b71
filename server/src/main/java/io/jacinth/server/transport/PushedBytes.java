package io.jacinth.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Arrays;

/**
 * Messages for one client that are not yet in its channel: what comes in one turn of the loop goes
 * there as one buffer, since each buffer costs far more than its bytes. Owned by the loop's thread;
 * their size is read by others.
 */
final class PushedBytes {
  private static final byte[][] NONE = {};

  /** Larger ones are not copied together. */
  private static final int SMALL_BYTES = 4 * 1024;

  private byte[][] messages = NONE;
  private int count;
  private int bytes;

  static boolean isSmall(byte[] message) {
    return message.length <= SMALL_BYTES;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int bytes() {
    return bytes;
  }

  void add(byte[] message) {
    if (count == messages.length) {
      messages = Arrays.copyOf(messages, Math.max(4, 2 * count));
    }
    messages[count++] = message;
    bytes += message.length;
  }

  /**
   * Takes all as one buffer, which whoever gets it releases.
   *
   * @param shared has a message that comes alone, as it goes to many clients
   */
  ByteBuf take(SharedBytes shared) {
    ByteBuf buffer = count == 1 ? shared.view(messages[0]) : together();
    messages = NONE;
    count = 0;
    bytes = 0;
    return buffer;
  }

  private ByteBuf together() {
    ByteBufAllocator pool = PooledByteBufAllocator.DEFAULT;
    ByteBuf buffer = pool.directBuffer(bytes, bytes);
    for (int i = 0; i < count; i++) {
      buffer.writeBytes(messages[i]);
    }
    return buffer;
  }
}
