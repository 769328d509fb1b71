package io.jacinth.engine;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A redis-server of the version that we follow, started for a test in a folder of its own; where
 * there is none on PATH the test is skipped. Replies come as text: {@code -ERR …} for an error, the
 * elements for an array.
 */
public final class RealRedis implements AutoCloseable {
  public static final String VERSION = "7.0.15";

  private final Process process;
  private final Socket socket;
  private final InputStream in;

  private RealRedis(Process process, Socket socket) throws IOException {
    this.process = process;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static RealRedis start(Path folder, String... options) throws IOException {
    Assumptions.assumeTrue(
        version().contains("v=" + VERSION), "redis-server " + VERSION + " is not on PATH");
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("redis-server", "--port", String.valueOf(port)));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    awaitReady(process);
    return new RealRedis(process, new Socket(InetAddress.getLoopbackAddress(), port));
  }

  private static String version() throws IOException {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
    if (!installed) {
      return "";
    }
    Process process = new ProcessBuilder("redis-server", "--version").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains("Ready to accept connections")) {
        Thread.ofVirtual().start(() -> drain(log));
        return;
      }
    }
    throw new IOException("redis-server did not start");
  }

  /** Reads to the end, or the server would wait for room in the pipe. */
  private static void drain(Reader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException closedWithTheProcess) {
      return;
    }
  }

  /** The reply to a command of ISO 8859-1 texts. */
  public Object send(String... command) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(bytes("*" + command.length + "\r\n"));
    for (String argument : command) {
      request.writeBytes(bytes("$" + argument.length() + "\r\n" + argument + "\r\n"));
    }
    request.writeTo(socket.getOutputStream());
    return reply();
  }

  /** The elements of a reply that is an array of texts. */
  public List<String> list(String... command) throws IOException {
    return ((List<?>) send(command)).stream().map(String::valueOf).toList();
  }

  private Object reply() throws IOException {
    String line = line();
    return switch (line.charAt(0)) {
      case '*' -> {
        List<Object> elements = new ArrayList<>();
        for (int n = Integer.parseInt(line.substring(1)); n > 0; n--) {
          elements.add(reply());
        }
        yield elements;
      }
      case '$' -> {
        byte[] text = in.readNBytes(Integer.parseInt(line.substring(1)));
        in.skipNBytes(2);
        yield new String(text, StandardCharsets.ISO_8859_1);
      }
      case '-' -> line;
      default -> line.substring(1);
    };
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\r'; b = in.read()) {
      if (b < 0) {
        throw new IOException("connection closed after: " + line);
      }
      line.append((char) b);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    process.destroyForcibly().onExit().join();
  }
}
