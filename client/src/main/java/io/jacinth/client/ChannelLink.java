package io.jacinth.client;

import io.jacinth.client.RespException.ConnectionLost;
import io.jacinth.client.RespException.TimedOut;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A socket, TCP or Unix, whose every wait ends at a timeout. The channel is non-blocking and waits
 * in a selector, which is the one way that serves both kinds of socket. While the other side does
 * not take our bytes, its own are read and set aside, so two full pipes never wait for each other.
 */
final class ChannelLink implements ByteSource, AutoCloseable {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(64 << 10);
  private Duration timeout;
  private final Queue<ByteBuffer> aside = new ArrayDeque<>();
  private boolean ended;

  private ChannelLink(SocketChannel channel, Selector selector, Duration timeout)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.timeout = timeout;
    this.key = channel.register(selector, 0);
  }

  static ChannelLink connect(SocketAddress address, Duration timeout) {
    try {
      Selector selector = Selector.open();
      SocketChannel channel = null;
      try {
        channel = open(address);
        channel.configureBlocking(false);
        ChannelLink link = new ChannelLink(channel, selector, timeout);
        link.finishConnect(address);
        return link;
      } catch (IOException | RuntimeException e) {
        selector.close();
        if (channel != null) {
          channel.close();
        }
        throw e;
      }
    } catch (IOException e) {
      throw new ConnectionLost("cannot connect to " + address + ": " + e.getMessage(), e);
    }
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    if (!(address instanceof InetSocketAddress)) {
      return SocketChannel.open(StandardProtocolFamily.UNIX);
    }
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  private void finishConnect(SocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      await(SelectionKey.OP_CONNECT, "connecting to " + address);
      channel.finishConnect();
    }
  }

  void timeout(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public int read(byte[] target) {
    ByteBuffer oldest = aside.peek();
    if (oldest != null) {
      return readAside(oldest, target);
    }
    try {
      incoming.clear().limit(Math.min(incoming.capacity(), target.length));
      int count = ended ? -1 : channel.read(incoming);
      while (count == 0) {
        await(SelectionKey.OP_READ, "waiting for a reply");
        count = channel.read(incoming);
      }
      if (count < 0) {
        throw new ConnectionLost("the server closed the connection", null);
      }
      incoming.flip().get(target, 0, count);
      return count;
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Hands all bytes to the socket. */
  void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        if (channel.write(bytes) == 0) {
          await(SelectionKey.OP_WRITE | (ended ? 0 : SelectionKey.OP_READ), "sending");
          setAside();
        }
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void close() {
    try (channel;
        selector) {
      key.cancel();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private int readAside(ByteBuffer oldest, byte[] target) {
    int count = Math.min(target.length, oldest.remaining());
    oldest.get(target, 0, count);
    if (!oldest.hasRemaining()) {
      aside.remove();
    }
    return count;
  }

  private void setAside() throws IOException {
    if (ended) {
      return;
    }
    int count = channel.read(incoming.clear());
    if (count < 0) {
      ended = true;
    } else if (count > 0) {
      aside.add(ByteBuffer.allocate(count).put(incoming.flip()).flip());
    }
  }

  private void await(int operations, String doing) throws IOException {
    key.interestOps(operations);
    long deadline = System.nanoTime() + timeout.toNanos();
    while (selector.select(selected -> {}, remainingMillis(deadline)) == 0) {
      if (!timeout.isZero() && System.nanoTime() - deadline >= 0) {
        throw new TimedOut("timed out after " + timeout.toMillis() + " ms while " + doing);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new ConnectionLost("interrupted while " + doing, null);
      }
    }
  }

  /** What {@code select} takes: 0 waits for ever. */
  private long remainingMillis(long deadline) {
    return timeout.isZero() ? 0 : Math.max(1, (deadline - System.nanoTime() + 999_999) / 1_000_000);
  }

  private static ConnectionLost lost(IOException e) {
    return new ConnectionLost("the connection broke: " + e.getMessage(), e);
  }
}
