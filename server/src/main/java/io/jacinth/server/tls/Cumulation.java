package io.jacinth.server.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;

/**
 * Where bytes wait for the rest of their record: in a buffer as large as they are, so that many
 * clients who begin a handshake and stop hold little. Once BoringSSL has ended the handshake it
 * keeps unfinished records by itself, and the receive buffer is read in place. On the connection's
 * loop.
 */
final class Cumulation implements ByteToMessageDecoder.Cumulator {
  private final SslHandler handler;
  private final boolean isNative;

  Cumulation(SslHandler handler, boolean isNative) {
    this.handler = handler;
    this.isNative = isNative;
  }

  @Override
  public ByteBuf cumulate(ByteBufAllocator allocator, ByteBuf waiting, ByteBuf received) {
    if (!waiting.isReadable() && isNative && handler.handshakeFuture().isDone()) {
      waiting.release();
      return received;
    }
    try {
      ByteBuf joined = allocator.buffer(waiting.readableBytes() + received.readableBytes());
      joined.writeBytes(waiting).writeBytes(received);
      waiting.release();
      return joined;
    } finally {
      received.release();
    }
  }
}
