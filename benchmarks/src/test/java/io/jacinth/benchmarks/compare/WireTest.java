package io.jacinth.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
  @AutoClose ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** A connection to somebody who answers this, whatever is asked. */
  private Wire answering(String replies) {
    try {
      Wire wire = new Wire(server.getLocalPort());
      Socket peer = server.accept();
      peer.getOutputStream().write(replies.getBytes(StandardCharsets.ISO_8859_1));
      return wire;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takesRepliesOfOneLineAndStringsThatAreThereOrNot() throws Exception {
    try (Wire wire = answering("$-1\r\n$3\r\nabc\r\n$0\r\n\r\n:1\r\n+PONG\r\n")) {
      wire.send(new Preparation.Bulk(4, "GET {n}"));
      assertThat(wire.ask("PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void failsOnAnError() throws IOException {
    try (Wire wire = answering("+OK\r\n-ERR no\r\n")) {
      assertThatIOException()
          .isThrownBy(() -> wire.send(new Preparation.Bulk(2, "SET k v")))
          .withMessageContaining("ERR no");
    }
  }
}
