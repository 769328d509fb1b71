package io.jacinth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jacinth.client.RespException.ConnectionLost;
import io.jacinth.client.RespException.TimedOut;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.SimpleString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The connection against a peer that plays a script. */
@Timeout(60)
class RespConnectionTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);

  /** What {@code *1}, the length and the line ends add to a 32 MB request. */
  private static final int REQUEST_FRAME_BYTES = 17;

  private final ExecutorService peers = Executors.newVirtualThreadPerTaskExecutor();
  private ServerSocketChannel listener;

  /** What the peer read. */
  private Future<String> request = CompletableFuture.completedFuture("");

  @BeforeEach
  void listen() throws IOException {
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stopListening() throws IOException {
    listener.close();
    peers.shutdownNow();
  }

  @Test
  void sendsARequestAndReadsItsReply() throws Exception {
    peer(23, "+PONG\r\n");
    try (RespConnection connection = connect(AMPLE)) {
      assertThat(connection.send("PING", "h\u00e4")).isEqualTo(new SimpleString("PONG"));
      assertThat(request.get()).isEqualTo("*2\r\n$4\r\nPING\r\n$3\r\nh\u00c3\u00a4\r\n");
    }
  }

  @Test
  void readsPipelinedRepliesInOrderAndPutsPushesAside() {
    peer(28, "+1\r\n>1\r\n:9\r\n|1\r\n+a\r\n:1\r\n$2\r\nxy\r\n>1\r\n:10\r\n");
    try (RespConnection connection = connect(AMPLE)) {
      connection.write("PING");
      connection.write("PING".getBytes(StandardCharsets.UTF_8));
      assertThat(connection.read()).isEqualTo(new SimpleString("1"));
      assertThat(connection.pollPush()).isNull();
      assertThat(connection.readRaw()).asString().isEqualTo("|1\r\n+a\r\n:1\r\n$2\r\nxy\r\n");
      assertThat(connection.pollPush()).isNotNull().hasToString("(push) [(integer) 9]");
      assertThat(connection.readPush()).hasToString("(push) [(integer) 10]");
    }
  }

  @Test
  void saysWhenThePeerIsSilent() {
    peer(1_000, "never sent");
    try (RespConnection connection = connect(Duration.ofMillis(30))) {
      assertThatExceptionOfType(TimedOut.class)
          .isThrownBy(() -> connection.send("PING"))
          .withMessage("timed out after 30 ms while waiting for a reply");
    }
  }

  @Test
  void saysWhenThePeerClosesInTheMiddleOfAReply() {
    peer(14, "$10\r\nabc");
    try (RespConnection connection = connect(AMPLE)) {
      assertThatExceptionOfType(ConnectionLost.class).isThrownBy(() -> connection.send("PING"));
    }
  }

  @Test
  void saysWhenNobodyListens() throws IOException {
    SocketAddress address = listener.getLocalAddress();
    listener.close();
    assertThatExceptionOfType(ConnectionLost.class)
        .isThrownBy(() -> RespConnection.connect(address, AMPLE))
        .withMessageContaining("cannot connect to");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsNothingOpenWhereNobodyListens() throws IOException {
    SocketAddress address = listener.getLocalAddress();
    listener.close();
    long before = openFiles();
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(ConnectionLost.class)
          .isThrownBy(() -> RespConnection.connect(address, AMPLE));
    }
    assertThat(openFiles()).isLessThan(before + 50);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }

  @Test
  void readsRepliesWhileThePeerTakesNoMoreRequests() throws Exception {
    Future<Integer> flooded = peers.submit(() -> answerBeforeReading(32 << 20));
    try (RespConnection connection = connect(AMPLE)) {
      byte[] large = new byte[32 << 20];
      connection.write(large);
      connection.flush();
      assertThat(connection.read())
          .isInstanceOfSatisfying(
              BulkString.class, bulk -> assertThat(bulk.bytes()).hasSize(32 << 20));
      assertThat(flooded.get()).isEqualTo((32 << 20) + REQUEST_FRAME_BYTES);
    }
  }

  @Test
  void speaksOverAUnixSocket(@TempDir Path directory) throws Exception {
    listener.close();
    listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    Path socket = directory.resolve("s");
    listener.bind(UnixDomainSocketAddress.of(socket));
    peer(14, ":5\r\n");
    try (RespConnection connection = RespConnection.connect(socket, AMPLE)) {
      assertThat(connection.send("PING")).isEqualTo(new IntegerValue(5));
    }
  }

  private RespConnection connect(Duration timeout) {
    try {
      return RespConnection.connect(listener.getLocalAddress(), timeout);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Accepts one connection, reads so many bytes of requests, answers, closes. */
  private void peer(int requestBytes, String answer) {
    request =
        peers.submit(
            () -> {
              try (SocketChannel channel = listener.accept()) {
                byte[] read = Channels.newInputStream(channel).readNBytes(requestBytes);
                Channels.newOutputStream(channel)
                    .write(answer.getBytes(StandardCharsets.ISO_8859_1));
                return new String(read, StandardCharsets.ISO_8859_1);
              }
            });
  }

  /** A peer that first sends a long reply, all of it, and only then reads. */
  private int answerBeforeReading(int replyBytes) throws IOException, ExecutionException {
    try (SocketChannel channel = listener.accept();
        OutputStream out = Channels.newOutputStream(channel);
        InputStream in = Channels.newInputStream(channel)) {
      out.write(("$" + replyBytes + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(new byte[replyBytes]);
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      return in.readNBytes(replyBytes + REQUEST_FRAME_BYTES).length;
    }
  }
}
