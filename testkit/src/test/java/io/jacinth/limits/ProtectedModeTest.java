package io.jacinth.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** protected-mode: without a password, clients of other machines are turned away. */
@Timeout(60)
class ProtectedModeTest {
  /**
   * An address of this machine that is not its loopback's: a connection to it also comes from it.
   */
  private static Optional<InetAddress> outside() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .filter(address -> address.getAddress().length == 4)
        .findFirst();
  }

  private static String greeting(RunningServer server, InetAddress host) throws IOException {
    try (Socket socket = new Socket(host, server.address().getPort())) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static TestConnection open(RunningServer server, InetAddress host) {
    return TestConnection.open(new InetSocketAddress(host, server.address().getPort()));
  }

  @Test
  void turnsStrangersAwayUntilThereIsAPassword() throws IOException {
    InetAddress host = outside().orElse(null);
    assumeTrue(host != null, "no address but the loopback's");
    try (JacinthUnderTest server = JacinthUnderTest.start();
        TestConnection local = TestConnection.open(server)) {
      assertThat(greeting(server, host)).startsWith("-DENIED ").endsWith("\r\n");
      assertThat(local.send("INFO", "stats").text()).contains("\r\nrejected_connections:1\r\n");
      local.send("CONFIG", "SET", "protected-mode", "no").expect("OK");
      try (TestConnection stranger = open(server, host)) {
        stranger.send("PING").expectSimple("PONG");
      }
      local.send("CONFIG", "SET", "protected-mode", "yes", "requirepass", "secret").expect("OK");
      try (TestConnection stranger = open(server, host)) {
        stranger.send("AUTH", "secret").expect("OK");
      }
    }
  }

  @Test
  void saysWhatRedisSays() throws IOException {
    InetAddress host = outside().orElse(null);
    assumeTrue(host != null, "no address but the loopback's");
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    try (RunningServer ours = JacinthUnderTest.start();
        RunningServer theirs = RealRedis.start("--bind", "*")) {
      assertThat(greeting(ours, host)).isEqualTo(greeting(theirs, host));
    }
  }
}
