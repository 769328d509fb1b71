package io.jacinth.client;

import io.jacinth.client.RespValue.PushValue;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server that speaks RESP: {@code send} for a request and its reply, or {@code
 * write}, {@code flush} and {@code read} for many requests at once. Replies come in the order of
 * the requests; push messages are put aside and fetched with {@link #readPush} or {@link
 * #pollPush}.
 *
 * <p>Blocking, for one thread at a time. Every wait ends at the timeout with a {@link
 * RespException.TimedOut}; after any {@link RespException} the connection is good only for {@link
 * #close}.
 */
public final class RespConnection implements AutoCloseable {

  private static final int FLUSH_AT_BYTES = 64 << 10;
  private static final byte[] CRLF = {'\r', '\n'};

  private final ChannelLink link;
  private final ByteReader reader;
  private final RespDecoder decoder;
  private final Queue<PushValue> pushes = new ArrayDeque<>();
  private final ByteBuffer outgoing = ByteBuffer.allocate(FLUSH_AT_BYTES);

  private RespConnection(ChannelLink link, RespLimits limits) {
    this.link = link;
    this.reader = new ByteReader(link);
    this.decoder = new RespDecoder(reader, limits);
  }

  /**
   * Connects to a TCP or Unix socket address.
   *
   * @param timeout of connecting, and of each later wait for the other side; zero waits for ever
   */
  public static RespConnection connect(SocketAddress address, Duration timeout) {
    return connect(address, timeout, RespLimits.DEFAULT);
  }

  /**
   * As {@link #connect(SocketAddress, Duration)} with limits of the caller's on what a reply may
   * cost.
   */
  public static RespConnection connect(SocketAddress address, Duration timeout, RespLimits limits) {
    return new RespConnection(ChannelLink.connect(address, timeout), limits);
  }

  /** Connects to a Unix socket. */
  public static RespConnection connect(Path unixSocket, Duration timeout) {
    return connect(UnixDomainSocketAddress.of(unixSocket), timeout);
  }

  /** Changes the timeout of each further wait; zero waits for ever. */
  public void timeout(Duration timeout) {
    link.timeout(timeout);
  }

  /** Sends one request, the arguments as UTF-8, and waits for its reply. */
  public RespValue send(String... arguments) {
    write(arguments);
    return read();
  }

  /** Sends one request and waits for its reply. */
  public RespValue send(byte[]... arguments) {
    write(arguments);
    return read();
  }

  /** Adds a request, the arguments as UTF-8, to what the next {@link #flush} sends. */
  public void write(String... arguments) {
    byte[][] encoded = new byte[arguments.length][];
    Arrays.setAll(encoded, i -> arguments[i].getBytes(StandardCharsets.UTF_8));
    write(encoded);
  }

  /**
   * Adds a request to what the next {@link #flush} sends; a full buffer is sent without waiting for
   * one.
   */
  public void write(byte[]... arguments) {
    putHeader('*', arguments.length);
    for (byte[] argument : arguments) {
      putHeader('$', argument.length);
      put(argument);
      put(CRLF);
    }
  }

  /** Adds bytes as they are: an inline command, a request in pieces, garbage. */
  public void writeRaw(byte[] bytes) {
    put(bytes);
  }

  /** Hands everything written to the socket. */
  public void flush() {
    link.write(outgoing.flip());
    outgoing.clear();
  }

  /** Flushes and waits for the next reply. */
  public RespValue read() {
    flush();
    while (true) {
      RespValue value = decoder.decode();
      if (value instanceof PushValue push) {
        pushes.add(push);
      } else {
        return value;
      }
    }
  }

  /** Flushes and waits for the next reply: its exact bytes, attributes included. */
  public byte[] readRaw() {
    flush();
    while (true) {
      reader.startRecording();
      RespValue value = decoder.decode();
      byte[] bytes = reader.stopRecording();
      if (value instanceof PushValue push) {
        pushes.add(push);
      } else {
        return bytes;
      }
    }
  }

  /** The oldest push message not yet fetched, waiting for one where there is none. */
  public PushValue readPush() {
    flush();
    PushValue push = pushes.poll();
    return push != null ? push : expectPush(decoder.decode());
  }

  /** The oldest push message that arrived before a reply already read; null when there is none. */
  public @Nullable PushValue pollPush() {
    return pushes.poll();
  }

  @Override
  public void close() {
    link.close();
  }

  private static PushValue expectPush(RespValue value) {
    if (value instanceof PushValue push) {
      return push;
    }
    throw new RespException.ProtocolViolation("a push message was due, not " + value);
  }

  private void putHeader(char type, int number) {
    put((type + Integer.toString(number) + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void put(byte[] bytes) {
    int done = 0;
    while (done < bytes.length) {
      if (!outgoing.hasRemaining()) {
        flush();
      }
      int piece = Math.min(outgoing.remaining(), bytes.length - done);
      outgoing.put(bytes, done, piece);
      done += piece;
    }
  }
}
