package io.jacinth.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that mean no good, in short; {@code benchmarks/hostile} has the long form. A well-behaved
 * client must be answered between what they do, and nothing of them may stay.
 */
@Timeout(120)
class HostileClientsTest {
  private static final String PASSWORD = "secret";

  private final long seed = new Random().nextLong();
  private final SplittableRandom random = new SplittableRandom(seed);
  private final JacinthUnderTest server =
      JacinthUnderTest.start("--io-threads", "2", "--requirepass", PASSWORD);
  private TestConnection wellBehaved;

  @BeforeEach
  void logIn() {
    System.out.println("HostileClientsTest: seed " + seed);
    wellBehaved = TestConnection.open(server);
    wellBehaved.send("AUTH", PASSWORD).expect("OK");
  }

  @AfterEach
  void nothingStays() {
    while (!wellBehaved.send("INFO", "clients").text().contains("\r\nconnected_clients:1\r\n")) {
      Thread.onSpinWait();
    }
    wellBehaved.close();
    try (server) {
      server.checkInvariants();
    }
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  private void answersOthers() {
    wellBehaved.send("PING").expectSimple("PONG");
  }

  /** Writes to a connection that the server may have closed. */
  private static boolean isWritten(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  @Test
  void manyWhoDoNothing() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      idle.add(connect());
    }
    answersOthers();
    for (Socket socket : idle) {
      socket.close();
    }
  }

  @Test
  void manyWhoComeAndGo() throws IOException {
    for (int i = 0; i < 600; i++) {
      try (Socket socket = connect()) {
        socket.setSoLinger(random.nextBoolean(), 0);
        if (random.nextBoolean()) {
          var unused = isWritten(socket, "PING\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
      if (i % 100 == 0) {
        answersOthers();
      }
    }
  }

  @Test
  void bytesOfAnyKind() throws IOException {
    for (int i = 0; i < 300; i++) {
      try (Socket socket = connect()) {
        if (random.nextBoolean()) {
          String login = "*2\r\n$4\r\nAUTH\r\n$6\r\n" + PASSWORD + "\r\n";
          var unused = isWritten(socket, login.getBytes(StandardCharsets.US_ASCII));
        }
        boolean isOpen = true;
        for (int piece = 0; isOpen && piece < 5; piece++) {
          isOpen = isWritten(socket, garbage());
        }
      }
      if (i % 50 == 0) {
        answersOthers();
      }
    }
  }

  private byte[] garbage() {
    byte[] bytes = new byte[1 + random.nextInt(3_000)];
    random.nextBytes(bytes);
    if (random.nextInt(3) == 0) {
      byte[] head = ("*" + random.nextInt(5) + "\r\n$").getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
    }
    return bytes;
  }

  @Test
  void aByteAtATime() throws IOException {
    String request = "*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$100\r\n" + "v".repeat(100) + "\r\n";
    try (Socket socket = connect()) {
      String login = "AUTH " + PASSWORD + "\r\n";
      socket.setTcpNoDelay(true);
      for (byte b : (login + request).getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(b);
      }
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
          .isEqualTo("+OK\r\n+OK\r\n");
    }
    wellBehaved.send("STRLEN", "key").expectInteger(100);
  }

  @Test
  void strangersAskForMuch() throws IOException {
    byte[] guesses = "AUTH wrong\r\n".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 4; i++) {
      try (Socket socket = connect()) {
        assertThat(isWritten(socket, guesses)).isTrue();
        answersOthers();
        String answer = "-WRONGPASS invalid username-password pair or user is disabled.\r\n";
        byte[] answers = socket.getInputStream().readNBytes(answer.length() * 2_000);
        assertThat(new String(answers, StandardCharsets.US_ASCII)).isEqualTo(answer.repeat(2_000));
      }
    }
    refused("*11\r\n", "-ERR Protocol error: unauthenticated multibulk length\r\n");
    refused("*2\r\n$16385\r\n", "-ERR Protocol error: unauthenticated bulk length\r\n");
  }

  private void refused(String request, String error) throws IOException {
    try (Socket socket = connect()) {
      assertThat(isWritten(socket, request.getBytes(StandardCharsets.US_ASCII))).isTrue();
      byte[] all = socket.getInputStream().readAllBytes();
      assertThat(new String(all, StandardCharsets.US_ASCII)).isEqualTo(error);
    }
  }
}
