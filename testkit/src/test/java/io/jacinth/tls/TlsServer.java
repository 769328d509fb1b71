package io.jacinth.tls;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** The servers that TLS is tried on, each with a plain port beside the one for TLS. */
enum TlsServer {
  BORING_SSL,
  /** Offers a part of the suites of TLS 1.3 only, which BoringSSL cannot. */
  JDK,
  REDIS;

  static Stream<TlsServer> present() {
    return Stream.of(values()).filter(kind -> kind != REDIS || RealRedis.binary().isPresent());
  }

  /** A server, its port for TLS and a plain connection to it. */
  record Running(RunningServer server, int tlsPort, TestConnection admin) implements AutoCloseable {
    void set(Object... namesAndValues) {
      admin
          .send(Stream.concat(Stream.of("CONFIG", "SET"), Stream.of(namesAndValues)).toArray())
          .expect("OK");
    }

    @Override
    public void close() {
      admin.close();
      try (server) {
        server.checkInvariants();
      }
    }
  }

  /** Starts one with certificates of {@link Certificates}. */
  Running start(String... more) throws IOException {
    String[] arguments =
        Stream.of(
                Certificates.made().serverArguments().stream(),
                this == JDK
                    ? Stream.of(
                        "--tls-ciphersuites", "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384")
                    : Stream.<String>empty(),
                Stream.of(more))
            .flatMap(part -> part)
            .toArray(String[]::new);
    if (this == REDIS) {
      int port = freePort();
      RealRedis redis = RealRedis.start(with(arguments, "--tls-port", String.valueOf(port)));
      return new Running(redis, port, TestConnection.open(redis));
    }
    JacinthUnderTest jacinth =
        JacinthUnderTest.start(
            with(arguments, "--tls-port", "1", "--io-threads", "2", "--loglevel", "verbose"));
    return new Running(jacinth, jacinth.server().tlsPort(), TestConnection.open(jacinth));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), List.of(more).stream()).toArray(String[]::new);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
