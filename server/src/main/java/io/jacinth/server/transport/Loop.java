package io.jacinth.server.transport;

import io.jacinth.engine.Worker;
import io.jacinth.protocol.RequestParser;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
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

  /** Replies wait for the end of the loop's turn for no longer than this. */
  private static final long LONGEST_WAIT_NANOS = 500_000;

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
  private final List<Connection> unsent = new ArrayList<>();
  private final Runnable endOfTurn = this::endTurn;
  private long oldestUnsentNanos;

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

  /**
   * Has a connection send its replies at the end of the loop's turn, after those that are ready to
   * be read now: whoever gets replies is woken once for all of them. False where they should not
   * wait.
   */
  boolean sendAtEndOfTurn(Connection connection) {
    long now = worker.nowNanos();
    if (unsent.isEmpty()) {
      oldestUnsentNanos = now;
      eventLoop.execute(endOfTurn);
    } else if (now - oldestUnsentNanos > LONGEST_WAIT_NANOS) {
      endTurn();
      return false;
    }
    unsent.add(connection);
    return true;
  }

  private void endTurn() {
    for (int i = 0; i < unsent.size(); i++) {
      unsent.get(i).sendFrom(this);
    }
    unsent.clear();
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
