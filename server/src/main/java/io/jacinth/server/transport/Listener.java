package io.jacinth.server.transport;

import static java.util.Comparator.comparingInt;

import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ThreadPerTaskExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event loops and the sockets that they listen on. Accepts connections, gives each a client and
 * a place on a loop, runs each loop's cron.
 */
public final class Listener implements AutoCloseable {
  private static final String TOO_MANY = "-ERR max number of clients reached\r\n";

  private final Engine engine;
  private final Transport transport;
  private final ListenerSettings settings;
  private final IoEventLoopGroup group;

  /** A thread of its own, so that a loop may wait until a socket listens (CONFIG SET port). */
  private final IoEventLoopGroup acceptors;

  private final Placement placement;

  /** Null: all loops are in use. */
  private final @Nullable Balancer balancer;

  private final ReceiveBuffers received = new ReceiveBuffers(Loop.INPUT_BYTES, 1);
  private final Map<EventExecutor, Loop> loops = new IdentityHashMap<>();
  private final List<ListeningSocket> listening = new CopyOnWriteArrayList<>();

  public Listener(Engine engine, Transport transport, int loopCount, ListenerSettings settings) {
    this.engine = engine;
    this.transport = transport;
    this.settings = settings;
    boolean isBalanced = loopCount > 1 && transport.movesConnections();
    this.placement =
        new Placement(isBalanced ? Math.min(settings.leastLoops(), loopCount) : loopCount);
    this.group =
        new MultiThreadIoEventLoopGroup(
            loopCount,
            new ThreadPerTaskExecutor(new LoopThreads()),
            placement,
            transport.handlers().get());
    this.acceptors =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("jacinth-accept", true), transport.handlers().get());
    for (EventExecutor executor : group) {
      Loop loop = new Loop(loops.size(), (EventLoop) executor, engine.newWorker(executor));
      executor.execute(loop::begin);
      scheduleCron(executor, loop, loops.size(), loopCount);
      loops.put(executor, loop);
    }
    engine.gauges().loopsInUse(placement.inUse());
    if (isBalanced) {
      List<Loop> inOrder = loops.values().stream().sorted(comparingInt(Loop::index)).toList();
      balancer = new Balancer(engine, inOrder, placement, settings);
      balancer.start();
    } else {
      balancer = null;
    }
  }

  private void scheduleCron(EventExecutor executor, Loop loop, int share, int loopCount) {
    runCronLater(executor, loop, share, loopCount);
    var sweep = new ClientSweep(engine, loop, settings);
    var unused = executor.scheduleAtFixedRate(sweep::run, 1, 1, TimeUnit.SECONDS);
  }

  private void runCronLater(EventExecutor executor, Loop loop, int share, int loopCount) {
    long periodNanos = TimeUnit.SECONDS.toNanos(1) / settings.cronHertz();
    var unused =
        executor.schedule(
            () -> {
              try {
                loop.worker.cron(share, loopCount, periodNanos / 4);
              } finally {
                runCronLater(executor, loop, share, loopCount);
              }
            },
            periodNanos,
            TimeUnit.NANOSECONDS);
  }

  public Transport transport() {
    return transport;
  }

  /**
   * Listens on a TCP address.
   *
   * @param port 0: one that the system chooses
   * @throws IOException where the address cannot be bound
   */
  public ListeningSocket listen(String host, int port) throws IOException {
    return bind(
        bootstrap(transport.tcp(), this::acceptTcp),
        new InetSocketAddress(host, port),
        host + ":" + port);
  }

  /** As {@link #listen}, for connections that begin with a handshake of TLS. */
  public ListeningSocket listenTls(String host, int port) throws IOException {
    return bind(
        bootstrap(transport.tcp(), this::acceptTls),
        new InetSocketAddress(host, port),
        host + ":" + port);
  }

  /** Listens on a Unix socket. */
  public void listenUnix(String path) throws IOException {
    var bootstrap = bootstrap(transport.unix(), channel -> accept(channel, path));
    var unused = bind(bootstrap, transport.unixAddress().apply(path), path);
  }

  private ListeningSocket bind(ServerBootstrap bootstrap, SocketAddress address, String name)
      throws IOException {
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(name + ": " + bound.cause().getMessage(), bound.cause());
    }
    ListeningSocket socket = new ListeningSocket(bound.channel());
    listening.add(socket);
    return socket;
  }

  private ServerBootstrap bootstrap(
      Class<? extends ServerChannel> channel, Consumer<Channel> accepted) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptors, group)
            .channel(channel)
            .option(ChannelOption.SO_BACKLOG, settings.backlog())
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, received)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(Integer.MAX_VALUE - 1, Integer.MAX_VALUE))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    accepted.accept(connection);
                  }
                });
    transport.configure(bootstrap);
    if (channel == transport.tcp()) {
      bootstrap
          .option(ChannelOption.SO_REUSEADDR, true)
          .childOption(ChannelOption.TCP_NODELAY, true);
    }
    return bootstrap;
  }

  private void acceptTcp(Channel channel) {
    accept(channel, null);
  }

  private void acceptTls(Channel channel) {
    channel.pipeline().addLast(settings.encryption(channel.alloc()));
    accept(channel, null);
  }

  private void accept(Channel channel, @Nullable String unixPath) {
    if (engine.clients().count() >= settings.mostClients()) {
      rejectAtOnce(channel);
      return;
    }
    if (unixPath == null && isFromElsewhere(channel) && settings.isProtected()) {
      reject(channel, ProtectedMode.REFUSAL);
      return;
    }
    EventLoop eventLoop = channel.eventLoop();
    Loop loop = loops.get(eventLoop);
    if (loop == null) {
      throw new IllegalStateException("a connection came on a foreign event loop");
    }
    NettyClient client =
        new NettyClient(
            engine.clients().nextId(),
            engine.clock().wallClockMicros() / 1000,
            channel,
            loop,
            unixPath);
    if (unixPath == null) {
      transport.keepAlive(channel, settings.keepAliveSeconds());
    }
    settings.welcome(client);
    if (!client.isAuthenticated()) {
      channel.config().setRecvByteBufAllocator(received.onceTrusted(client::isAuthenticated));
    }
    engine.clients().add(client);
    channel.pipeline().addLast(new Connection(client, settings));
  }

  /** Over TLS nothing can be said before a handshake, so nothing is. */
  private void rejectAtOnce(Channel channel) {
    if (channel.pipeline().get(SslHandler.class) == null) {
      reject(channel, TOO_MANY);
    } else {
      engine.clients().reject();
      channel.close();
    }
  }

  private static boolean isFromElsewhere(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress peer
        && peer.getAddress() != null
        && !peer.getAddress().isLoopbackAddress();
  }

  private void reject(Channel channel, String why) {
    engine.clients().reject();
    channel
        .writeAndFlush(Unpooled.wrappedBuffer(why.getBytes(StandardCharsets.US_ASCII)))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** What the listener must know of the server's configuration. */
  public interface ListenerSettings extends ConnectionLimits {
    /** {@code hz}. */
    int cronHertz();

    /** {@code io-threads-least}. */
    int leastLoops();

    /** {@code tcp-backlog}. */
    int backlog();

    /** {@code tcp-keepalive}; 0: off. */
    int keepAliveSeconds();

    /** {@code timeout}: after so many seconds an idle client is closed; 0: never. */
    long idleSeconds();

    /** {@code maxclients}. */
    int mostClients();

    /** Whether only this machine may connect, for want of a password. */
    boolean isProtected();

    /** A client is being closed because it was idle for too long. */
    void idle(Client client);

    /** What encrypts a new connection. */
    SslHandler encryption(ByteBufAllocator allocator);

    /** Sets a new client's initial state. */
    void welcome(Client client);
  }

  /** More of what was changed is on the disk: replies that waited for it may go. */
  public void releaseReplies() {
    loops.forEach((executor, loop) -> loop.heldReplies.release(executor));
  }

  /** Stops listening, closes every connection and ends the loops; waits for them. */
  @Override
  public void close() {
    if (balancer != null) {
      balancer.close();
    }
    listening.forEach(ListeningSocket::close);
    closeClients();
    var unused = group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    var unusedToo = acceptors.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.values().forEach(Loop::close);
  }

  /** The end of the loops alone would not surely close them. */
  private void closeClients() {
    List<ChannelFuture> closing =
        engine.clients().all().stream()
            .filter(NettyClient.class::isInstance)
            .map(client -> ((NettyClient) client).close())
            .toList();
    closing.forEach(future -> future.awaitUninterruptibly());
  }
}
