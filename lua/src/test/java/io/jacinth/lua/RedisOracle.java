package io.jacinth.lua;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A connection to a real redis-server, for EVAL; replies as {@link Sandbox} gives them. */
final class RedisOracle implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;

  private @Nullable Process process;

  /** Starts a server of its own; skips the test where none is installed. */
  static RedisOracle start() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path folder = Files.createTempDirectory("redis");
    ProcessBuilder builder =
        new ProcessBuilder(
            "redis-server", "--port", "" + port, "--save", "", "--dir", folder.toString());
    Process process = launch(builder.redirectErrorStream(true));
    awaitReady(process);
    RedisOracle oracle = new RedisOracle(port);
    oracle.process = process;
    return oracle;
  }

  private static Process launch(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new TestAbortedException("There is no redis-server to compare with", e);
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader log = process.inputReader();
    String line = log.readLine();
    while (line != null && !line.contains("Ready to accept connections")) {
      line = log.readLine();
    }
    Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
  }

  RedisOracle(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  Object eval(String script) throws IOException {
    return send("EVAL", script, "0");
  }

  Object send(String... words) throws IOException {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      request.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
    return reply();
  }

  private Object reply() throws IOException {
    String line = line();
    switch (line.charAt(0)) {
      case '$' -> {
        int length = Integer.parseInt(line.substring(1));
        if (length < 0) {
          return null;
        }
        byte[] bytes = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
      case '*' -> {
        int count = Integer.parseInt(line.substring(1));
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          all.add(reply());
        }
        return count < 0 ? null : all;
      }
      default -> {
        return line;
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\r'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The server closed the connection");
      }
      line.append((char) c);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
      if (process != null) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
