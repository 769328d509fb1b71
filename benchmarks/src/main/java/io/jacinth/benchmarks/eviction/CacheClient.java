package io.jacinth.benchmarks.eviction;

import io.jacinth.benchmarks.Loopback;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** As much of RESP as a cache needs: pipelined GET and SET, and a few words to the server. */
final class CacheClient implements AutoCloseable {
  private static final int MOST_TRIES = 1_200;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int PIPELINE = 256;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private CacheClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    socket.setTcpNoDelay(true);
  }

  /** Connects as soon as the server listens. */
  static CacheClient connect(int port) throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return new CacheClient(new Socket(InetAddress.getLoopbackAddress(), port));
      } catch (ConnectException notYet) {
        if (i == MOST_TRIES) {
          throw notYet;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  void writeGet(int key) throws IOException {
    write("*2\r\n$3\r\nGET\r\n" + bulk("key:" + key));
  }

  void writeSet(int key, int valueBytes) throws IOException {
    write("*3\r\n$3\r\nSET\r\n" + bulk("key:" + key) + bulk("v".repeat(valueBytes)));
  }

  /** Sets all keys below a number. */
  void fill(int keys, int valueBytes) throws IOException {
    for (int key = 0; key < keys; ) {
      int sent = 0;
      for (; sent < PIPELINE && key < keys; sent++) {
        writeSet(key++, valueBytes);
      }
      flush();
      skipLines(sent);
    }
  }

  void flush() throws IOException {
    out.flush();
  }

  /** Reads a reply to GET; false: nil. */
  boolean readValue() throws IOException {
    int length = Integer.parseInt(expect('$', Loopback.line(in)));
    if (length >= 0) {
      in.skipNBytes(length + 2L);
    }
    return length >= 0;
  }

  /** Reads replies of OK. */
  void skipLines(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      expect('+', Loopback.line(in));
    }
  }

  /** Number of keys. */
  long size() throws IOException {
    return Long.parseLong(expect(':', ask("DBSIZE")));
  }

  /** A number in INFO. */
  long info(String section, String field) throws IOException {
    int length = Integer.parseInt(expect('$', ask("INFO", section)));
    String text = new String(in.readNBytes(length + 2), StandardCharsets.US_ASCII);
    return text.lines()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(field.length() + 1).strip()))
        .findFirst()
        .orElseThrow();
  }

  /** Sends a command; answers its reply's first line. */
  String ask(String... words) throws IOException {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      request.append(bulk(word));
    }
    write(request.toString());
    flush();
    return Loopback.line(in);
  }

  private static String bulk(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }

  private static String expect(char type, String line) throws IOException {
    if (line.charAt(0) != type) {
      throw new IOException("the server answered " + line);
    }
    return line.substring(1);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
