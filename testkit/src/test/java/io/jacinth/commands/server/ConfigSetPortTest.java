package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespException;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** CONFIG SET port and bind: the server listens elsewhere, connections stay. */
@Timeout(60)
class ConfigSetPortTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final JacinthUnderTest server = JacinthUnderTest.start("--io-threads", "1");

  @AfterEach
  void close() {
    server.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void listensOnTheNewPortAndKeepsConnections() throws IOException {
    int old = server.server().port();
    int next = freePort();
    try (TestConnection client = TestConnection.open(server)) {
      client.send("CONFIG", "SET", "port", next).expect("OK");
      assertThat(server.server().port()).isEqualTo(next);
      client.send("PING").expectSimple("PONG");
      try (TestConnection other = TestConnection.open(server)) {
        other.send("CONFIG", "GET", "port").expectArray("port", String.valueOf(next));
      }
      new ServerSocket(old, 1, LOOPBACK).close();
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    int before = server.server().port();
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK);
        TestConnection client = TestConnection.open(server)) {
      client.send("CONFIG", "SET", "bind", "127.0.0.1").expect("OK");
      client
          .send("CONFIG", "SET", "hz", 20, "port", taken.getLocalPort())
          .expectError(
              "ERR CONFIG SET failed (possibly related to argument 'port') - Unable to listen on"
                  + " this port. Check server logs.");
      client.send("CONFIG", "GET", "hz").expectArray("hz", "10");
      assertThat(server.server().port()).isEqualTo(before);
      TestConnection.open(server).close();
    }
  }

  @Test
  void listensNowhereWhereThereIsNoAddress() {
    try (TestConnection client = TestConnection.open(server)) {
      client.send("CONFIG", "SET", "bind", "").expect("OK");
      client.send("CONFIG", "GET", "bind").expectArray("bind", "");
      assertThatThrownBy(() -> TestConnection.open(server))
          .isInstanceOf(RespException.ConnectionLost.class);
      client.send("CONFIG", "SET", "bind", "-203.0.113.9").expect("OK");
      client.send("CONFIG", "SET", "bind", "127.0.0.1").expect("OK");
      TestConnection.open(server).close();
    }
  }

  @Test
  void refusesToStartWhereNobodyCouldConnect() {
    assertThatThrownBy(() -> JacinthUnderTest.start("--bind", ""))
        .hasMessageContaining("Configured to not listen anywhere, exiting.");
  }

  @Test
  void refusesAddressesThatAreNotThere() {
    try (TestConnection client = TestConnection.open(server)) {
      client
          .send("CONFIG", "SET", "bind", "999.999.999.999")
          .expectError(
              "ERR CONFIG SET failed (possibly related to argument 'bind') - Failed to bind to"
                  + " specified addresses.");
      client.send("CONFIG", "SET", "bind", "127.0.0.1 -::1").expect("OK");
      client.send("CONFIG", "GET", "bind").expectArray("bind", "127.0.0.1 -::1");
      try (TestConnection other = TestConnection.open(server)) {
        other.send("PING").expectSimple("PONG");
      }
    }
  }
}
