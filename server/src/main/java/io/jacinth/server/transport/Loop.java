package io.jacinth.server.transport;

import io.jacinth.engine.Worker;
import io.jacinth.protocol.RequestParser;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one event loop and serves all its connections in turn: the worker, a parser and
 * the buffer that received bytes are parsed in. A connection takes a buffer of its own only while a
 * request of its is incomplete ({@link PendingInput}).
 */
final class Loop {
  /** As much as one read from a socket brings. */
  static final int INPUT_BYTES = 64 * 1024;

  /** The replies to most batches fit into a buffer of this size. */
  private static final int OUTPUT_BYTES = 4 * 1024;

  private static final int OUTPUT_BUFFERS = 128;

  final Worker worker;
  final HeldReplies heldReplies;
  private final int index;
  private final EventLoop eventLoop;
  private volatile @Nullable ProcFile times;
  private final MemorySegment input;
  private final ByteBuffer inputView;
  private final LentBuffers output =
      new LentBuffers(PooledByteBufAllocator.DEFAULT, OUTPUT_BYTES, OUTPUT_BUFFERS);
  final SharedBytes shared = new SharedBytes(PooledByteBufAllocator.DEFAULT);
  private RequestParser parser = new RequestParser();
  private @Nullable MemorySegment outputSegment;
  private ByteBuffer outputView = ByteBuffer.allocate(0);

  /**
   * @param index its number among the loops, from 0
   */
  Loop(int index, EventLoop eventLoop, Worker worker) {
    this.index = index;
    this.eventLoop = eventLoop;
    this.worker = worker;
    this.heldReplies = new HeldReplies(worker.engine().propagation());
    this.input = Arena.ofAuto().allocate(INPUT_BYTES + RequestParser.SLACK, 64);
    this.inputView = input.asByteBuffer();
  }

  /** What the loop's thread does first. */
  void begin() {
    SchedulingSlice.shorten();
    times = ProcFile.ofThisThread();
  }

  int index() {
    return index;
  }

  EventLoop eventLoop() {
    return eventLoop;
  }

  /** Tells how long the loop's thread has run and waited, in nanoseconds; null: nothing does. */
  @Nullable ProcFile times() {
    return times;
  }

  /**
   * Takes up to {@link #INPUT_BYTES} out of a Netty buffer and points the loop's parser at them.
   */
  RequestParser take(ByteBuf source) {
    int n = Math.min(source.readableBytes(), INPUT_BYTES);
    inputView.clear().limit(n);
    source.readBytes(inputView);
    parser.reset(input, 0, n);
    return parser;
  }

  MemorySegment input() {
    return input;
  }

  /** Gives the loop's parser, in the middle of a request, away; the loop goes on with another. */
  RequestParser surrenderParser() {
    RequestParser surrendered = parser;
    parser = new RequestParser();
    return surrendered;
  }

  /** An empty Netty buffer with room for so many bytes of replies. */
  ByteBuf outputBuffer(int bytes) {
    return bytes <= output.capacity()
        ? output.take()
        : PooledByteBufAllocator.DEFAULT.directBuffer(bytes, bytes);
  }

  /** Appends bytes to a Netty buffer. */
  void append(MemorySegment source, long offset, int length, ByteBuf target) {
    if (source != outputSegment) {
      outputSegment = source;
      outputView = source.asByteBuffer();
    }
    outputView.limit((int) offset + length).position((int) offset);
    target.writeBytes(outputView);
  }

  /** Gives the network buffers back, once the loop has ended. */
  void close() {
    if (times != null) {
      times.close();
    }
    output.close();
    shared.close();
  }
}
