package io.jacinth.server.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.testkit.JacinthUnderTest;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may happen to a connection between its read and the end of its loop's turn. */
@Timeout(30)
class EndOfTurnTest {
  /** What one task leaves to another, on whichever loop, is over after fewer rounds. */
  private static final int ROUNDS = 10;

  private final JacinthUnderTest server = JacinthUnderTest.start();
  private final Engine engine = server.server().engine();
  private final PropagationLog log = engine.propagation();
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory());
  private final StringBuffer received = new StringBuffer();
  private final Channel listener;
  private final Channel peer;
  private final CompletableFuture<Channel> accepted = new CompletableFuture<>();
  private final Loop loop;
  private final NettyClient client;

  EndOfTurnTest() {
    LocalAddress address = new LocalAddress(EndOfTurnTest.class);
    listener =
        new ServerBootstrap()
            .group(group)
            .channel(LocalServerChannel.class)
            .childHandler(initially(accepted::complete))
            .bind(address)
            .syncUninterruptibly()
            .channel();
    peer =
        new Bootstrap()
            .group(group)
            .channel(LocalChannel.class)
            .handler(initially(channel -> channel.pipeline().addLast(new Reader())))
            .connect(address)
            .syncUninterruptibly()
            .channel();
    Channel channel = accepted.join();
    loop = newLoop(0, channel.eventLoop());
    client = new NettyClient(1, 0, channel, loop, null);
    engine.acl().welcome(client);
    channel.pipeline().addLast(new Connection(client, new NoLimits()));
  }

  private static ChannelInitializer<Channel> initially(Consumer<Channel> task) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        task.accept(channel);
      }
    };
  }

  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      received.append(bytes.toString(US_ASCII));
      bytes.release();
    }
  }

  @AfterEach
  void close() {
    peer.close().syncUninterruptibly();
    listener.close().syncUninterruptibly();
    server.close();
    group.shutdownGracefully(0, 0, SECONDS);
  }

  private Loop newLoop(int index, EventLoop eventLoop) {
    return new Loop(index, eventLoop, engine.newWorker(eventLoop));
  }

  /** Runs what happens in one turn, and then all that it has left for the end. */
  private void turn(Runnable happening) {
    loop.eventLoop().submit(happening).syncUninterruptibly();
    for (int i = 0; i < ROUNDS; i++) {
      for (EventExecutor executor : group) {
        executor.submit(() -> {}).syncUninterruptibly();
      }
    }
  }

  private void read(String requests) {
    Channel channel = accepted.join();
    channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(requests, US_ASCII));
    channel.pipeline().fireChannelReadComplete();
  }

  @Test
  void repliesLeaveInTheirOrder() {
    turn(
        () -> {
          read("PING\r\n");
          read("ECHO 2\r\nECHO 3\r\n");
        });
    assertThat(received).hasToString("+PONG\r\n$1\r\n2\r\n$1\r\n3\r\n");
  }

  /** Its end is a task of the loop, too, and may come before the end of the turn. */
  @Test
  void aSyncLetsNoReplyOutThatIsNotHeldYet() {
    log.turn(true);
    log.synchronous(true);
    turn(() -> read("SET k 1\r\n"));
    turn(
        () -> {
          log.durable(log.lastTicket());
          loop.heldReplies.release(loop.eventLoop());
          read("SET k 2\r\n");
        });
    assertThat(received).isEmpty();
    log.durable(log.lastTicket());
    turn(() -> loop.heldReplies.release(loop.eventLoop()));
    assertThat(received).hasToString("+OK\r\n+OK\r\n");
  }

  @Test
  void theLastRequestBeforeAMoveIsAnswered() {
    Loop next = newLoop(1, listener.eventLoop());
    turn(
        () -> {
          client.moveTo(next);
          loop.eventLoop().execute(() -> read("PING\r\n"));
        });
    assertThat(received).hasToString("+PONG\r\n");
  }

  private static final class NoLimits implements ConnectionLimits {
    @Override
    public long bulkBytes() {
      return Integer.MAX_VALUE;
    }

    @Override
    public long queryBufferBytes() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean exceedsOutput(Client client, long nowMillis) {
      return false;
    }

    @Override
    public void queryBufferExceeded(Client client, long bytes) {}

    @Override
    public void reviewMemory() {}

    @Override
    public void protocolError(Client client, String error) {}

    @Override
    public void handshakeFailed(Client client, Throwable cause) {}

    @Override
    public void failed(Client client, Throwable cause) {}

    @Override
    public void closed(Client client) {}
  }
}
