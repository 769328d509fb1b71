package io.jacinth.benchmarks.hostile;

import io.jacinth.benchmarks.Loopback;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection of one thread that asks and waits. */
final class Peer implements AutoCloseable {
  static final String PASSWORD = "soak";

  private final Socket socket;
  private final InputStream in;

  /** Connects and logs in. */
  Peer(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    ask("AUTH " + PASSWORD);
  }

  void write(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The reply to an inline request: its line, or the text of a bulk string. */
  String ask(String request) throws IOException {
    write(request + "\r\n");
    return reply();
  }

  /** The next reply; an error is one that nobody has expected. */
  String reply() throws IOException {
    String line = Loopback.line(in);
    if (line.startsWith("-")) {
      throw new IOException("the server says " + line);
    }
    if (!line.startsWith("$")) {
      return line;
    }
    int length = Integer.parseInt(line.substring(1));
    String text = new String(in.readNBytes(Math.max(length, 0)), StandardCharsets.ISO_8859_1);
    if (length >= 0) {
      Loopback.line(in);
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
