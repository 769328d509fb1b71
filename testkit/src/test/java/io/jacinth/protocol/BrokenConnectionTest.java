package io.jacinth.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that end at an awkward moment. */
@DualRun
class BrokenConnectionTest {
  private static Socket open(TestServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
  }

  @Test
  void inTheMiddleOfAnArgument(TestServer server) throws IOException {
    for (String part :
        new String[] {"*", "*3\r\n$3\r\nSE", "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$100\r\nab"}) {
      try (Socket socket = open(server)) {
        write(socket, part);
      }
    }
    server.send("GET", "k").expectNil();
  }

  @Test
  void inTheMiddleOfALongArgument(TestServer server) throws IOException {
    long before = clients(server);
    try (Socket socket = open(server)) {
      write(socket, "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$400000000\r\n");
      for (int i = 0; i < 100; i++) {
        write(socket, "x".repeat(10_000));
      }
      awaitClients(server, before + 1);
    }
    server.send("EXISTS", "k").expectInteger(0);
    awaitClients(server, before);
  }

  @Test
  void afterTheLastByteOfARequest(TestServer server) throws IOException {
    try (Socket socket = open(server)) {
      write(socket, "PING\r\nSET k v\r\n");
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .isEqualTo("+PONG\r\n+OK\r\n");
    }
    server.send("GET", "k").expectBulk("v");
  }

  @Test
  void afterTheLastByteOfManyRequests(TestServer server) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sockets.add(open(server));
    }
    for (Socket socket : sockets) {
      write(socket, "PING\r\nINCR n\r\nPING\r\n");
      socket.shutdownOutput();
    }
    for (Socket socket : sockets) {
      try (socket) {
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
            .matches("\\+PONG\r\n:\\d+\r\n\\+PONG\r\n");
      }
    }
    server.send("GET", "n").expectBulk("200");
  }

  /** The server's read takes all at once, and finds the end of the connection behind it. */
  @Test
  void afterAsMuchAsIsReadAtATime(TestServer server) throws IOException {
    String head = "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$65400\r\n";
    String request = head + "x".repeat(65_400) + "\r\n";
    String padding = "\r\n".repeat((65_536 - request.length()) / 2);
    for (int i = 0; i < 200; i++) {
      try (Socket socket = open(server)) {
        write(socket, padding + request);
        socket.shutdownOutput();
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
            .isEqualTo("+OK\r\n");
      }
    }
  }

  @Test
  void withRepliesThatNobodyReads(TestServer server) throws IOException {
    server.send("SET", "k", "x".repeat(1_000_000)).expect("OK");
    long before = clients(server);
    try (Socket socket = open(server)) {
      write(socket, "GET k\r\n".repeat(50));
      awaitClients(server, before + 1);
    }
    awaitClients(server, before);
  }

  private static long clients(TestServer server) {
    return server.send("CLIENT", "LIST").text().lines().count();
  }

  /** The server learns of a beginning and of an end only when it looks. */
  private static void awaitClients(TestServer server, long count) {
    long seen = clients(server);
    for (int attempt = 0; attempt < 100_000 && seen != count; attempt++) {
      seen = clients(server);
    }
    assertThat(seen).isEqualTo(count);
  }
}
