package io.jacinth.server.transport;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** A socket that accepts connections. Used from every thread but the one that accepts. */
public record ListeningSocket(Channel channel) {
  /** The TCP port; 0 where it is not one of TCP. */
  public int port() {
    return channel.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
  }

  /** Accepts no more; waits for it. Connections that were accepted stay. */
  public void close() {
    channel.close().awaitUninterruptibly();
  }
}
