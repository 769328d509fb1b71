package io.jacinth.benchmarks.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A way to be a nuisance, for so long, by one thread. */
enum Attack {
  NOTHING("nothing (for comparison)", 10) {
    @Override
    long run(int port, long end, Random random) throws IOException, InterruptedException {
      awaitEnd(end);
      return 0;
    }
  },
  IDLE("10,000 idle connections", 20) {
    @Override
    long run(int port, long end, Random random) throws IOException, InterruptedException {
      List<SocketChannel> open = new ArrayList<>();
      for (int i = 0; i < 9_900; i++) {
        open.add(connect(port));
      }
      awaitEnd(end);
      closeAll(open);
      return open.size();
    }
  },
  CONNECTS("1,000 connections a second", 60) {
    @Override
    long run(int port, long end, Random random) throws IOException, InterruptedException {
      long made = 0;
      long start = System.nanoTime();
      while (System.nanoTime() < end) {
        SocketChannel channel = connect(port);
        if (made % 2 == 0) {
          channel.write(ascii("PING\r\n"));
        }
        if (made % 3 == 0) {
          channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        channel.close();
        made++;
        long due = start + made * 1_000_000;
        long early = due - System.nanoTime();
        if (early > 0) {
          TimeUnit.NANOSECONDS.sleep(early);
        }
      }
      return made;
    }
  },
  NON_READER("1 GB of replies never read", 30) {
    @Override
    long run(int port, long end, Random random) throws IOException, InterruptedException {
      try (Peer peer = new Peer(port)) {
        peer.ask("SETRANGE big 1048575 x");
        peer.write("GET big\r\n".repeat(1_024));
        awaitEnd(end);
      }
      return 1_024;
    }
  },
  SLOW_WRITER("a byte a second", 20) {
    @Override
    long run(int port, long end, Random random) throws IOException, InterruptedException {
      String request = "*3\r\n$3\r\nSET\r\n$4\r\nslow\r\n$1000000\r\n" + "x".repeat(1_000);
      long sent = 0;
      try (Peer peer = new Peer(port)) {
        while (System.nanoTime() < end) {
          peer.write(request.substring((int) sent, (int) sent + 1));
          sent++;
          TimeUnit.SECONDS.sleep(1);
        }
      }
      return sent;
    }
  },
  GARBAGE("random bytes on 50 connections", 300) {
    @Override
    long run(int port, long end, Random random) throws IOException {
      return flood(port, end, random, 50, Attack::garbage);
    }
  },
  STRANGERS("floods without a password", 30) {
    @Override
    long run(int port, long end, Random random) throws IOException {
      return flood(port, end, random, 50, Attack::stranger);
    }
  };

  /** What a table calls it. */
  final String title;

  final int seconds;

  Attack(String title, int seconds) {
    this.title = title;
    this.seconds = seconds;
  }

  /** Does it until the end; answers how many connections, requests or bytes it took. */
  abstract long run(int port, long end, Random random) throws IOException, InterruptedException;

  private interface Payload {
    byte[] next(Random random);
  }

  /** Writes to many connections in turn; one that the server closes is opened again. */
  private static long flood(int port, long end, Random random, int connections, Payload payload)
      throws IOException {
    SocketChannel[] channels = new SocketChannel[connections];
    ByteBuffer replies = ByteBuffer.allocateDirect(1 << 16);
    long bytes = 0;
    for (int i = 0; System.nanoTime() < end; i = (i + 1) % connections) {
      SocketChannel channel = channels[i];
      if (channel == null || !channel.isOpen()) {
        channel = connect(port);
        channel.configureBlocking(false);
        channels[i] = channel;
      }
      try {
        bytes += channel.write(ByteBuffer.wrap(payload.next(random)));
        replies.clear();
        if (channel.read(replies) < 0) {
          throw new IOException("closed");
        }
      } catch (IOException closedByServer) {
        channel.close();
      }
    }
    for (SocketChannel channel : channels) {
      if (channel != null) {
        channel.close();
      }
    }
    return bytes;
  }

  /** Bytes of any kind, now and then after the beginning of a request. */
  private static byte[] garbage(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(4_096)];
    random.nextBytes(bytes);
    if (random.nextInt(4) == 0) {
      byte[] head = ("*" + (1 + random.nextInt(20)) + "\r\n$").getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
    }
    return bytes;
  }

  /** What somebody sends who has no password. */
  private static byte[] stranger(Random random) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> "PING\r\n".repeat(100);
          case 1 -> "AUTH wrong\r\n".repeat(100);
          case 2 -> "*1000000\r\n";
          case 3 -> "*2\r\n$3\r\nGET\r\n$1000000\r\n";
          default -> "x".repeat(2_000);
        };
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static SocketChannel connect(int port) throws IOException {
    return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void awaitEnd(long end) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
  }

  private static void closeAll(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
