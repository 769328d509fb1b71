package io.jacinth.server.transport;

import io.jacinth.engine.Client;
import io.jacinth.engine.Congestion;
import io.jacinth.engine.Mailbox;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.NetUtil;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client at the other end of a Netty channel. */
final class NettyClient extends Client implements HeldReplies.Receiver {
  /** Between two looks whether a client may be read again that publishes too much. */
  private static final int REST_MILLIS = 1;

  private final Channel channel;

  /** Where the client is. Written by the thread that owns it, read anywhere. */
  private volatile Place place;

  /** What the client was to do between the beginning of a move and its loop's letting go. */
  private final List<Runnable> meanwhile = new ArrayList<>();

  private final boolean isUnixSocket;
  private final String address;
  private final String localAddress;
  private @Nullable PendingInput pending;
  private boolean closesWhenSent;
  private @Nullable Connection connection;
  private boolean isUnflushed;
  private long heldUpTo;
  private final PushedBytes pushed = new PushedBytes();

  NettyClient(
      long id, long createdMillis, Channel channel, Loop loop, @Nullable String unixSocketPath) {
    super(id, createdMillis);
    this.channel = channel;
    this.place = new Place(loop, Stage.THERE, loop);
    this.isUnixSocket = unixSocketPath != null;
    this.address = unixSocketPath != null ? unixSocketPath + ":0" : text(channel.remoteAddress());
    this.localAddress =
        unixSocketPath != null ? unixSocketPath + ":0" : text(channel.localAddress());
  }

  private static String text(@Nullable SocketAddress address) {
    if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
      String host = NetUtil.toAddressString(inet.getAddress());
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + inet.getPort();
    }
    return "?:0";
  }

  /** Writes a batch's replies; they leave when the connection is flushed. */
  @Override
  public void accept(MemorySegment bytes, long offset, int length) {
    if (isKilled()) {
      return;
    }
    Loop loop = loop();
    ByteBuf buffer = loop.outputBuffer(length);
    loop.append(bytes, offset, length, buffer);
    writePushed();
    sent(length);
    loop.worker.countSent(length);
    channel.write(buffer, channel.voidPromise());
    checkOutput();
  }

  /** Closes the connection where too many replies wait. On its loop. */
  void checkOutput() {
    if (connection != null) {
      connection.checkOutput();
    }
  }

  @Override
  public Mailbox mailbox() {
    return loop().worker.mailbox();
  }

  @Override
  protected boolean write(byte[] bytes) {
    if (isClosing() || !channel.isActive()) {
      return false;
    }
    sent(bytes.length);
    loop().worker.countSent(bytes.length);
    if (PushedBytes.isSmall(bytes)) {
      pushed.add(bytes);
    } else {
      writePushed();
      channel.write(loop().shared.view(bytes), channel.voidPromise());
    }
    boolean isFirst = !isUnflushed;
    isUnflushed = true;
    return isFirst;
  }

  /** Messages go before whatever is written next. */
  private void writePushed() {
    if (pushed.isEmpty()) {
      return;
    }
    ByteBuf messages = pushed.take(loop().shared);
    if (channel.isActive()) {
      channel.write(messages, channel.voidPromise());
    } else {
      messages.release();
    }
  }

  @Override
  protected void flushWritten() {
    isUnflushed = false;
    if (outputBytes() > ConnectionLimits.FREE_OUTPUT_BYTES) {
      checkOutput();
    }
    flush();
    loop().shared.forgetLarge();
    checkOutput();
  }

  /** Whom to tell when the client may go on. */
  void connection(Connection newConnection) {
    connection = newConnection;
  }

  @Override
  protected void onLoop(Runnable task) {
    runOn(place.loop, task);
  }

  private void runOn(Loop owner, Runnable task) {
    owner
        .eventLoop()
        .execute(
            () -> {
              Place now = place;
              if (now.loop != owner) {
                runOn(now.loop, task);
              } else if (now.stage == Stage.THERE) {
                task.run();
              } else if (now.stage == Stage.LEAVING) {
                meanwhile.add(task);
              } else {
                runOn(now.next, task);
              }
            });
  }

  // ---------------------------------------------------------------- from loop to loop

  /** Of a client's stay on a loop. */
  private enum Stage {
    THERE,
    /** The loop has been asked to let the connection go. */
    LEAVING,
    /** The loop has let it go; the next one has not begun with it. */
    GONE
  }

  private record Place(Loop loop, Stage stage, Loop next) {}

  /** The loop whose thread owns the client. */
  Loop loop() {
    return place.loop;
  }

  /** Whether the loop, whose thread asks, owns the client. */
  boolean isServedBy(Loop loop) {
    Place now = place;
    return now.loop == loop && now.stage == Stage.THERE;
  }

  /** Whether another loop could serve the client from now on. On the loop's thread, to be sure. */
  @Override
  protected boolean isMovable() {
    PendingInput input = pending;
    return super.isMovable()
        && (input == null || input.isEmpty())
        && outputBytes() == 0
        && !isUnflushed
        && !closesWhenSent
        && !loop().heldReplies.mustHold()
        && channel.config().isAutoRead()
        && channel.isActive();
  }

  /**
   * Has another loop serve the client, if nothing ties it to the present one: a request half read,
   * a reply not sent, a wait, a transaction, messages that may come. Called anywhere. What others
   * have the client do during the move is done in its order, by the loop that then owns it.
   */
  void moveTo(Loop target) {
    onLoop(
        () -> {
          Loop from = loop();
          if (from != target && isMovable()) {
            place = new Place(from, Stage.LEAVING, target);
            channel.deregister().addListener(left -> go(from, target));
          }
        });
  }

  /** The present loop does not read from the connection any more; a last request may have come. */
  private void go(Loop from, Loop target) {
    boolean goes = isMovable();
    if (goes && pending != null) {
      // Its memory belongs to this thread, and there is nothing in it.
      pending.close();
      pending = null;
    }
    List<Runnable> tasks = List.copyOf(meanwhile);
    meanwhile.clear();
    Loop next = goes ? target : from;
    place = new Place(from, Stage.GONE, next);
    // Once it has arrived, the client belongs to the next loop's thread.
    next.eventLoop().execute(() -> arrive(next));
    tasks.forEach(task -> runOn(next, task));
  }

  private void arrive(Loop newLoop) {
    place = new Place(newLoop, Stage.THERE, newLoop);
    var unused = newLoop.eventLoop().register(channel);
  }

  @Override
  protected Runnable onLoopAfter(long nanos, Runnable task) {
    var timer = channel.eventLoop().schedule(task, nanos, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  @Override
  protected void resume(byte[] reply) {
    if (channel.isActive() && connection != null) {
      if (reply.length > 0 && replyMode() == ReplyMode.ON) {
        writePushed();
        sent(reply.length);
        loop().worker.countSent(reply.length);
        channel.write(Unpooled.wrappedBuffer(reply), channel.voidPromise());
      }
      connection.resume();
      flush();
    }
  }

  /** The connection has ended, or is about to. */
  void gone() {
    closing();
    ended();
    loop().worker.left(this);
  }

  @Nullable PendingInput pending() {
    return pending;
  }

  void pending(@Nullable PendingInput newPending) {
    pending = newPending;
  }

  void countReceived(int bytes) {
    received(bytes);
    loop().worker.countReceived(bytes);
  }

  @Override
  public void closeAfterReplies() {
    closing();
    onLoop(this::flushAndClose);
  }

  /**
   * Sends what is written, once it may be told, but nothing to a client that is being killed; on
   * the loop's thread.
   */
  void flush() {
    if (isKilled()) {
      return;
    }
    writePushed();
    if (loop().heldReplies.mustHold()) {
      loop().heldReplies.hold(this);
    } else {
      channel.flush();
    }
  }

  /**
   * Whether there are replies that may wait for the end of the loop's turn: not once the peer has
   * ended the connection, which is closed next; nor while the client is leaving the loop; nor while
   * replies are held, since a sync for earlier ones that ends meanwhile would let them out.
   */
  boolean maySendLater() {
    return outputBytes() > 0
        && channel.unsafe().recvBufAllocHandle().lastBytesRead() >= 0
        && isServedBy(loop())
        && !loop().heldReplies.mustHold();
  }

  /** Sends what is written and closes; on the loop's thread. */
  void flushAndClose() {
    if (isKilled()) {
      disconnect();
      return;
    }
    closesWhenSent = true;
    writePushed();
    if (loop().heldReplies.mustHold()) {
      loop().heldReplies.hold(this);
    } else {
      send();
    }
  }

  @Override
  public long heldUpTo() {
    return heldUpTo;
  }

  @Override
  public void heldUpTo(long ticket) {
    heldUpTo = ticket;
  }

  /** Sends what is written at once. */
  @Override
  public void send() {
    if (closesWhenSent) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    } else {
      channel.flush();
    }
  }

  @Override
  public void rest(Congestion congestion) {
    if (channel.config().isAutoRead()) {
      channel.config().setAutoRead(false);
      lookAgain(congestion);
    }
  }

  /** Does not read from the client for so long. */
  void rest(int millis) {
    if (channel.config().isAutoRead()) {
      channel.config().setAutoRead(false);
      var unused =
          channel
              .eventLoop()
              .schedule(() -> channel.config().setAutoRead(true), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void lookAgain(Congestion congestion) {
    var unused =
        channel.eventLoop().schedule(() -> endRest(congestion), REST_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void endRest(Congestion congestion) {
    if (congestion.isOn()) {
      lookAgain(congestion);
    } else {
      channel.config().setAutoRead(true);
    }
  }

  @Override
  protected void disconnect() {
    var unused = channel.close();
  }

  /** Closes at once, whatever has not been sent; answers when that is done. */
  ChannelFuture close() {
    return channel.close();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public String localAddress() {
    return localAddress;
  }

  @Override
  public int fileDescriptor() {
    return channel instanceof UnixChannel unix ? unix.fd().intValue() : -1;
  }

  @Override
  public boolean isUnixSocket() {
    return isUnixSocket;
  }

  @Override
  public long queryBufferBytes() {
    PendingInput input = pending;
    return input == null ? 0 : input.usedBytes();
  }

  @Override
  public long queryBufferCapacity() {
    PendingInput input = pending;
    return input == null ? 0 : input.capacity();
  }

  @Override
  public long outputBytes() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    return out == null ? 0 : out.totalPendingWriteBytes() + pushed.bytes();
  }

  @Override
  public int outputBlocks() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    return out == null ? 0 : out.size();
  }
}
