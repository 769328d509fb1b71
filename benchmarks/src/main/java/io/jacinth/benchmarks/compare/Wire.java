package io.jacinth.benchmarks.compare;

import io.jacinth.benchmarks.Loopback;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The few words of RESP that the comparison itself speaks: inline requests, one-line replies,
 * pipelined SETs.
 */
final class Wire implements AutoCloseable {

  private static final int CHUNK_BYTES = 256 << 10;
  private static final int STALL_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(STALL_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), CHUNK_BYTES);
  }

  /** The reply's first line, without its end. */
  String ask(String inlineRequest) throws IOException {
    socket.getOutputStream().write((inlineRequest + "\r\n").getBytes(StandardCharsets.UTF_8));
    return Loopback.line(in);
  }

  /**
   * Sets keys {@code key:000000000000} and up, each once, in order: the form that redis-benchmark
   * gives its keys.
   *
   * @throws IOException also when a reply is not OK, or the server does not hold exactly these keys
   *     afterwards
   */
  void fill(int keys, int valueBytes) throws IOException, InterruptedException {
    expect(ask("FLUSHALL"), "+OK");
    Thread writer = Thread.startVirtualThread(() -> writeSets(keys, valueBytes));
    for (int i = 0; i < keys; i++) {
      expect(Loopback.line(in), "+OK");
    }
    writer.join();
    expect(ask("DBSIZE"), ":" + keys);
  }

  void flush() throws IOException {
    expect(ask("FLUSHALL"), "+OK");
  }

  /** A number from a section of INFO. */
  long info(String section, String field) throws IOException {
    ask("INFO " + section);
    for (String line = Loopback.line(in); ; line = Loopback.line(in)) {
      if (line.startsWith(field + ":")) {
        return Long.parseLong(line.substring(field.length() + 1));
      }
    }
  }

  /**
   * Sends requests that are answered by one line each, by a short string or by none (nil).
   *
   * @throws IOException also when a reply is an error
   */
  void send(Preparation.Bulk bulk) throws IOException, InterruptedException {
    Thread writer = Thread.startVirtualThread(() -> write(bulk));
    for (int i = 0; i < bulk.count(); i++) {
      String reply = Loopback.line(in);
      if (reply.startsWith("-")) {
        throw new IOException(bulk.template() + " was answered " + reply);
      }
      if (reply.startsWith("$") && !reply.equals("$-1")) {
        Loopback.line(in);
      }
    }
    writer.join();
  }

  private void write(Preparation.Bulk bulk) {
    StringBuilder chunk = new StringBuilder(CHUNK_BYTES + 1_024);
    try {
      for (int i = 0; i < bulk.count(); i++) {
        chunk.append(bulk.request(i));
        if (chunk.length() >= CHUNK_BYTES || i == bulk.count() - 1) {
          socket.getOutputStream().write(chunk.toString().getBytes(StandardCharsets.ISO_8859_1));
          chunk.setLength(0);
        }
      }
    } catch (IOException e) {
      // The reader sees the same broken connection and tells the caller.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void writeSets(int keys, int valueBytes) {
    String header = "*3\r\n$3\r\nSET\r\n$16\r\nkey:";
    String value = "\r\n$" + valueBytes + "\r\n" + "x".repeat(valueBytes) + "\r\n";
    StringBuilder chunk = new StringBuilder(CHUNK_BYTES + 1_024);
    try {
      for (int key = 0; key < keys; key++) {
        chunk.append(header);
        appendPadded(chunk, key);
        chunk.append(value);
        if (chunk.length() >= CHUNK_BYTES || key == keys - 1) {
          socket.getOutputStream().write(chunk.toString().getBytes(StandardCharsets.ISO_8859_1));
          chunk.setLength(0);
        }
      }
    } catch (IOException e) {
      // The reader sees the same broken connection and tells the caller.
    }
  }

  private static void appendPadded(StringBuilder text, int number) {
    String digits = Integer.toString(number);
    text.repeat('0', 12 - digits.length()).append(digits);
  }

  private static void expect(String reply, String wanted) throws IOException {
    if (!reply.equals(wanted)) {
      throw new IOException("the server answered " + reply + " where " + wanted + " was due");
    }
  }
}
