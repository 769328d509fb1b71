package io.jacinth.server.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringBufferRingConfig;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.net.ExtendedSocketOptions;

/**
 * A way to the kernel's network: {@code io-transport}.
 *
 * @param name as the configuration names it
 * @param handlers makes the I/O handler of each loop
 * @param tcp the server channel for TCP
 * @param unix the server channel for Unix sockets
 * @param unixAddress a path as this transport's address
 * @param keepIdle seconds of silence after which a peer is probed
 * @param keepInterval seconds between two probes
 * @param keepCount probes without an answer after which a peer is given up
 */
public record Transport(
    String name,
    Supplier<IoHandlerFactory> handlers,
    Class<? extends ServerChannel> tcp,
    Class<? extends ServerChannel> unix,
    Function<String, SocketAddress> unixAddress,
    ChannelOption<Integer> keepIdle,
    ChannelOption<Integer> keepInterval,
    ChannelOption<Integer> keepCount) {
  private static final short BUFFER_GROUP = 1;
  private static final int RING_BUFFER_BYTES = 16 * 1024;
  private static final int RING_BUFFERS = 64;

  private static Transport ioUring() {
    return new Transport(
        "io_uring",
        () -> IoUringIoHandler.newFactory(bufferRing()),
        IoUringServerSocketChannel.class,
        IoUringServerDomainSocketChannel.class,
        DomainSocketAddress::new,
        IoUringChannelOption.TCP_KEEPIDLE,
        IoUringChannelOption.TCP_KEEPINTVL,
        IoUringChannelOption.TCP_KEEPCNT);
  }

  /**
   * Receive buffers that the kernel takes from a ring only when bytes have arrived, so that an idle
   * connection holds none.
   */
  private static IoUringIoHandlerConfig bufferRing() {
    return new IoUringIoHandlerConfig()
        .setBufferRingConfig(
            IoUringBufferRingConfig.builder()
                .bufferGroupId(BUFFER_GROUP)
                .bufferRingSize((short) RING_BUFFERS)
                .batchSize(16)
                .batchAllocation(true)
                .allocator(new ReceiveBuffers(RING_BUFFER_BYTES, 2 * RING_BUFFERS))
                .build());
  }

  /** Whether a connection can go from one loop to another. */
  boolean movesConnections() {
    return !name.equals("io_uring");
  }

  /** Sets what connections need besides the common options. */
  void configure(ServerBootstrap bootstrap) {
    if (name.equals("io_uring")) {
      bootstrap.childOption(IoUringChannelOption.IO_URING_BUFFER_GROUP_ID, BUFFER_GROUP);
    }
  }

  /** Has silent peers of a connection probed after so many seconds, thrice in as many; 0: never. */
  void keepAlive(Channel connection, int seconds) {
    connection.config().setOption(ChannelOption.SO_KEEPALIVE, seconds > 0);
    if (seconds > 0) {
      connection.config().setOption(keepIdle, seconds);
      connection.config().setOption(keepInterval, Math.max(seconds / 3, 1));
      connection.config().setOption(keepCount, 3);
    }
  }

  private static Transport epoll() {
    return new Transport(
        "epoll",
        EpollIoHandler::newFactory,
        EpollServerSocketChannel.class,
        EpollServerDomainSocketChannel.class,
        DomainSocketAddress::new,
        EpollChannelOption.TCP_KEEPIDLE,
        EpollChannelOption.TCP_KEEPINTVL,
        EpollChannelOption.TCP_KEEPCNT);
  }

  private static Transport nio() {
    return new Transport(
        "nio",
        NioIoHandler::newFactory,
        NioServerSocketChannel.class,
        NioServerDomainSocketChannel.class,
        UnixDomainSocketAddress::of,
        NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE),
        NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL),
        NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT));
  }

  /**
   * The transport of a name; {@code auto} takes epoll where it works, else NIO (io_uring is asked
   * for by name: Netty allocates an object a send for it, and it was not faster where we measured).
   * Native transports load a JNI library; where the program has not allowed native access (as when
   * it embeds the server without asking for it) {@code auto} stays with NIO, so that no warning
   * appears.
   *
   * @throws IllegalArgumentException where the system does not have what was asked for
   */
  public static Transport named(String name) {
    return switch (name) {
      case "auto" -> automatic();
      case "io_uring" -> require(ioUring(), IoUring.isAvailable(), IoUring.unavailabilityCause());
      case "epoll" -> require(epoll(), Epoll.isAvailable(), Epoll.unavailabilityCause());
      case "nio" -> nio();
      default -> throw new IllegalArgumentException("no transport is named " + name);
    };
  }

  private static Transport automatic() {
    if (!Epoll.class.getModule().isNativeAccessEnabled()) {
      return nio();
    }
    return Epoll.isAvailable() ? epoll() : nio();
  }

  private static Transport require(
      Transport transport,
      boolean isAvailable,
      @org.jspecify.annotations.Nullable Throwable cause) {
    if (!isAvailable) {
      throw new IllegalArgumentException(
          "io-transport " + transport.name + " does not work here", cause);
    }
    return transport;
  }
}
