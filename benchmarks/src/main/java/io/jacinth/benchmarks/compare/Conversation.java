package io.jacinth.benchmarks.compare;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Talkers, each of which sends the same requests over and over and waits for their answers, and
 * listeners, which subscribe to a channel and count what they hear. All run on the caller's thread.
 * Answers are told by their length: cheap enough that the server is what is measured.
 */
final class Conversation implements AutoCloseable {
  private static final int STALL_MILLIS = 60_000;
  private static final String CHANNEL = "news";

  /**
   * A request, or several sent at once, and the answer that is waited for.
   *
   * @param request in it {@code {t}} stands for the talker's number in two digits
   */
  record Step(String request, String answer) {}

  /** What one run has shown; latencies are those of a talker's whole round of steps. */
  record Result(double throughput, long[] sortedNanos, double clientCpuSeconds) {
    double millisAt(double share) {
      int index = (int) Math.ceil(share * sortedNanos.length) - 1;
      return sortedNanos[Math.clamp(index, 0, sortedNanos.length - 1)] / 1e6;
    }
  }

  private final class Talker {
    final SocketChannel socket;
    final ByteBuffer[] requests;
    final int[] answers;
    int step;
    int missing;
    long startNanos;

    Talker(int port, int number, List<Step> steps) throws IOException {
      socket = connect(port, this);
      requests = new ByteBuffer[steps.size()];
      answers = new int[steps.size()];
      for (int i = 0; i < requests.length; i++) {
        String request = steps.get(i).request().replace("{t}", String.format("%02d", number % 100));
        requests[i] = direct(request);
        answers[i] = steps.get(i).answer().length();
      }
    }

    void say(int newStep) throws IOException {
      step = newStep;
      missing = answers[step];
      ByteBuffer request = requests[step].duplicate();
      while (request.hasRemaining()) {
        socket.write(request);
      }
    }
  }

  private final Selector selector = Selector.open();
  private final ByteBuffer input = ByteBuffer.allocateDirect(256 << 10);
  private final List<Talker> talkers = new ArrayList<>();
  private final List<SocketChannel> listeners = new ArrayList<>();
  private final long heardBytesARound;
  private long[] nanos = {};
  private long begun;
  private int done;
  private long heardBytes;

  /**
   * @param heard what each listener hears in each talker's round
   */
  Conversation(int port, int talkerCount, List<Step> steps, int listenerCount, String heard)
      throws IOException {
    for (int i = 0; i < talkerCount; i++) {
      talkers.add(new Talker(port, i, steps));
    }
    heardBytesARound = (long) heard.length() * listenerCount;
    for (int i = 0; i < listenerCount; i++) {
      listen(port);
    }
  }

  private void listen(int port) throws IOException {
    SocketChannel socket = connect(port, listeners);
    listeners.add(socket);
    socket.write(direct("SUBSCRIBE " + CHANNEL + "\r\n"));
    int confirmation = "*3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n".length();
    while (confirmation > 0) {
      confirmation -= read(socket);
    }
  }

  private SocketChannel connect(int port, Object attachment) throws IOException {
    SocketChannel socket =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.configureBlocking(false);
    socket.register(selector, SelectionKey.OP_READ, attachment);
    return socket;
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private int read(SocketChannel socket) throws IOException {
    input.clear();
    int bytes = socket.read(input);
    if (bytes < 0) {
      throw new EOFException("the server closed the connection");
    }
    return bytes;
  }

  /** Has the talkers go through their steps so many times, all together. */
  Result run(int rounds) throws IOException {
    nanos = new long[rounds];
    begun = 0;
    done = 0;
    heardBytes = 0;
    long cpuBefore = ProcFile.threadCpuNanos();
    long start = System.nanoTime();
    for (Talker talker : talkers) {
      begin(talker);
    }
    while (done < rounds || heardBytes < rounds * heardBytesARound) {
      if (selector.select(this::serve, STALL_MILLIS) == 0) {
        throw new IOException("the server has fallen silent after " + done + " rounds");
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Result(rounds / seconds, nanos, (ProcFile.threadCpuNanos() - cpuBefore) / 1e9);
  }

  private void begin(Talker talker) throws IOException {
    if (begun < nanos.length) {
      begun++;
      talker.startNanos = System.nanoTime();
      talker.say(0);
    }
  }

  private void serve(SelectionKey key) {
    try {
      int bytes = read((SocketChannel) key.channel());
      if (key.attachment() instanceof Talker talker) {
        answered(talker, bytes);
      } else {
        heardBytes += bytes;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answered(Talker talker, int bytes) throws IOException {
    talker.missing -= bytes;
    if (talker.missing < 0) {
      throw new IOException("the server answers something else than was expected");
    }
    if (talker.missing == 0 && talker.step + 1 < talker.requests.length) {
      talker.say(talker.step + 1);
    } else if (talker.missing == 0) {
      nanos[done++] = System.nanoTime() - talker.startNanos;
      begin(talker);
    }
  }

  @Override
  public void close() {
    try (selector) {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
