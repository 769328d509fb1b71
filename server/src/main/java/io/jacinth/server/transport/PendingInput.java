package io.jacinth.server.transport;

import io.jacinth.protocol.RequestParser;
import io.netty.buffer.ByteBuf;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The bytes of a request that has not arrived whole, and the parser in the middle of it. A large
 * argument gathers here and nowhere else: the buffer grows by doubling up to the size that the
 * argument announced. Owned by the connection's loop.
 */
final class PendingInput {
  /** A buffer of at most this size is kept for the next time. */
  private static final long KEPT_BYTES = 4 * 1024;

  /** Offsets are integers; this leaves room for what one read may bring. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - (64 << 20);

  private final RequestParser parser;
  private Arena arena;
  private MemorySegment buffer;
  private int used;

  /** Takes over the unread end of the parser's window. */
  PendingInput(RequestParser parser, MemorySegment source) {
    this.parser = parser;
    this.arena = Arena.ofConfined();
    this.used = parser.limit() - parser.requestStart();
    this.buffer = arena.allocate(roomFor(used));
    MemorySegment.copy(source, parser.requestStart(), buffer, 0, used);
    parser.moveTo(buffer, 0);
  }

  private long roomFor(long bytes) {
    long expected = parser.bytesExpected();
    long room = Math.max(KEPT_BYTES, Math.max(bytes, Math.min(expected, bytes * 2)));
    return room + RequestParser.SLACK;
  }

  RequestParser parser() {
    return parser;
  }

  /** Whether part of a request waits here. */
  boolean isEmpty() {
    return used == 0;
  }

  long usedBytes() {
    return used;
  }

  /**
   * Whether more waits here than a client may have buffered. The whole arguments of a request that
   * is still arriving do not count, as in Redis, while they find room here at all.
   */
  boolean exceeds(long queryBufferBytes) {
    return parser.unread() > queryBufferBytes || used > MOST_BYTES;
  }

  long capacity() {
    return buffer.byteSize();
  }

  /** Takes all bytes of a Netty buffer. */
  void append(ByteBuf source) {
    int n = source.readableBytes();
    ensureRoom(n);
    source.readBytes(buffer.asSlice(used, n).asByteBuffer());
    used += n;
    parser.extendTo(used);
  }

  /** Puts a request before those that wait, which begin with a new one. */
  void prepend(byte[] request) {
    ensureRoom(request.length);
    MemorySegment.copy(buffer, 0, buffer, request.length, used);
    MemorySegment.copy(MemorySegment.ofArray(request), 0, buffer, 0, request.length);
    used += request.length;
    parser.reset(buffer, 0, used);
  }

  private void ensureRoom(int n) {
    long needed = (long) used + n;
    if (needed + RequestParser.SLACK <= buffer.byteSize()) {
      return;
    }
    Arena newArena = Arena.ofConfined();
    MemorySegment grown = newArena.allocate(roomFor(needed));
    MemorySegment.copy(buffer, 0, grown, 0, used);
    parser.moveTo(grown, parser.requestStart());
    arena.close();
    arena = newArena;
    buffer = grown;
  }

  /** Drops what the parser is done with, and the room for it where it is large. */
  void compact() {
    int start = parser.requestStart();
    used = parser.limit() - start;
    if (used == 0) {
      parser.trim();
      if (buffer.byteSize() > KEPT_BYTES + RequestParser.SLACK) {
        arena.close();
        arena = Arena.ofConfined();
        buffer = arena.allocate(KEPT_BYTES + RequestParser.SLACK);
      }
      parser.reset(buffer, 0, 0);
    } else if (start > 0) {
      MemorySegment.copy(buffer, start, buffer, 0, used);
      parser.moveTo(buffer, 0);
    }
  }

  void close() {
    arena.close();
  }
}
