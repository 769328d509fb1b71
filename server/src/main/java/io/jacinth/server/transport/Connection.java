package io.jacinth.server.transport;

import io.jacinth.engine.Conversation;
import io.jacinth.engine.Worker;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection's pipeline: turns received bytes into requests and has the loop's worker
 * run them, a batch a read. Where the server ends a connection, all that it keeps for the client is
 * gone before the socket is closed, so that nobody who sees the one finds the other. On the loop's
 * thread.
 */
final class Connection extends ChannelDuplexHandler {
  /** As much may come from somebody who has not logged in before he is slowed down. */
  private static final int FREE_STRANGER_BYTES = 8 * 1024;

  /** So long he then is not read after each read. */
  private static final int STRANGER_REST_MILLIS = 10;

  private final NettyClient client;
  private final ConnectionLimits limits;
  private byte @Nullable [] postponed;

  /** Whether something has been received since the last end of a read. */
  private boolean hasReceived;

  private int strangerBytes;

  private boolean hasEnded;

  Connection(NettyClient client, ConnectionLimits limits) {
    this.client = client;
    this.limits = limits;
    client.connection(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf received = (ByteBuf) message;
    hasReceived = true;
    try {
      client.countReceived(received.readableBytes());
      if (!client.isAuthenticated()) {
        slowDown(received.readableBytes());
      }
      while (received.isReadable() && !client.isClosing()) {
        receive(received);
      }
    } finally {
      received.release();
    }
    if (client.isClosing()) {
      client.flushAndClose();
    }
  }

  /** A flood of requests that are all refused would take the time of those who may ask. */
  private void slowDown(int bytes) {
    strangerBytes = Math.min(strangerBytes + bytes, FREE_STRANGER_BYTES);
    if (strangerBytes == FREE_STRANGER_BYTES) {
      client.rest(STRANGER_REST_MILLIS);
    }
  }

  private void receive(ByteBuf received) {
    PendingInput pending = client.pending();
    if (pending != null && !pending.isEmpty()) {
      pending.append(received);
      if (pending.exceeds(limits.queryBufferBytes())) {
        limits.queryBufferExceeded(client, pending.usedBytes());
        client.closeAfterReplies();
        return;
      }
      if (!client.isBlocked()) {
        run(pending.parser());
      } else {
        converse(pending.parser());
      }
      pending.compact();
      putBack();
      return;
    }
    RequestParser parser = client.loop().take(received);
    if (!client.isBlocked()) {
      run(parser);
    } else {
      converse(parser);
    }
    boolean hasRest = parser.requestStart() < parser.limit() || postponed != null;
    if (hasRest && !client.isClosing()) {
      keepRest(pending);
      putBack();
    }
  }

  private void keepRest(@Nullable PendingInput old) {
    if (old != null) {
      old.close();
    }
    Loop loop = client.loop();
    client.pending(new PendingInput(loop.surrenderParser(), loop.input()));
  }

  /** Goes on with the requests that have waited while the client was blocked. */
  void resume() {
    PendingInput pending = client.pending();
    if (pending != null && !pending.isEmpty()) {
      run(pending.parser());
      pending.compact();
      putBack();
    }
    if (client.isClosing()) {
      client.flushAndClose();
    }
  }

  private void run(RequestParser parser) {
    Worker worker = client.loop().worker;
    worker.begin(client);
    int result = RequestParser.REQUEST;
    while (result == RequestParser.REQUEST && !client.isStopped()) {
      result = gather(parser);
      int done = worker.execute(client, parser);
      if (client.isBlocked()) {
        rewind(parser, done);
      }
    }
    if (result == RequestParser.ERROR && !client.isStopped()) {
      worker.protocolError(client, parser.error());
      limits.protocolError(client, parser.error());
      client.closeAfterReplies();
    }
    worker.end();
  }

  /** Gives what has arrived to whom the client talks to, if it does. */
  private void converse(RequestParser parser) {
    Conversation with = client.conversation();
    if (with == null) {
      return;
    }
    int result = RequestParser.REQUEST;
    int heard = 1;
    while (result == RequestParser.REQUEST && heard > 0) {
      result = gather(parser);
      heard = parser.requests();
      for (int i = 0; i < heard; i++) {
        RequestParser request = parser.select(i);
        with.hear(
            IntStream.range(0, request.count())
                .mapToObj(word -> Slice.of(request.argument(word, new Slice()).toBytes()))
                .toList());
      }
    }
    if (result == RequestParser.ERROR) {
      with.mishear();
    }
  }

  /** Leaves the requests behind the first so many for later. */
  private void rewind(RequestParser parser, int done) {
    if (done == 0 && parser.startsInline()) {
      postponed = parser.select(0).encoded();
      parser.rewindTo(1);
    } else {
      parser.rewindTo(done);
    }
  }

  /** Puts a request back that was postponed and whose bytes have been changed by its reading. */
  private void putBack() {
    byte[] request = postponed;
    PendingInput pending = client.pending();
    if (request != null && pending != null) {
      postponed = null;
      pending.prepend(request);
    }
  }

  /**
   * Fills a batch; answers REQUEST where there may be more. A client that has not logged in gets
   * batches of one, since what it may send depends on the command before.
   */
  private int gather(RequestParser parser) {
    parser.limits(client.isAuthenticated(), limits.bulkBytes());
    parser.beginBatch();
    int most = client.isAuthenticated() ? RequestParser.MAX_BATCH : 1;
    int result = RequestParser.NOTHING;
    while (parser.requests() < most
        && (result == RequestParser.REQUEST || result == RequestParser.NOTHING)) {
      result = parser.next();
    }
    return result == RequestParser.NOTHING || result == RequestParser.BATCH_END
        ? RequestParser.REQUEST
        : result;
  }

  /** A read that brought nothing is the last one: the channel will be closed at once. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    boolean mayWait = hasReceived && client.maySendLater();
    hasReceived = false;
    if (!mayWait || !client.loop().sendAtEndOfTurn(this)) {
      send();
    }
  }

  /** Sends the replies, as far as the client takes them. */
  private void send() {
    client.flush();
    checkOutput();
    if (client.memoryBytes() > 0) {
      limits.reviewMemory();
    }
  }

  /** Sends the replies at the end of a turn of a loop, unless the client has left it meanwhile. */
  void sendFrom(Loop loop) {
    if (!client.isServedBy(loop)) {
      return;
    }
    try {
      send();
    } catch (RuntimeException e) {
      // The other connections' replies wait behind.
      limits.failed(client, e);
      client.kill();
    }
  }

  /** Closes the connection where too many replies wait for the client. */
  void checkOutput() {
    if (!client.isKilled()
        && client.outputBytes() > 0
        && limits.exceedsOutput(client, client.loop().worker.nowMillis())) {
      client.kill();
    }
  }

  /** The handshake of TLS has ended, or the peer has said that it sends no more. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
      limits.handshakeFailed(client, handshake.cause());
      context.channel().close();
    } else if (event instanceof SslCloseCompletionEvent) {
      context.channel().close();
    }
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) {
    end();
    context.close(promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
  }

  private void end() {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    client.gone();
    PendingInput pending = client.pending();
    if (pending != null) {
      client.pending(null);
      pending.close();
    }
    limits.closed(client);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    limits.failed(client, cause);
    context.channel().close();
  }
}
