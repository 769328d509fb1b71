package io.jacinth.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.server.JacinthServer;
import io.jacinth.server.transport.Moves;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.tls.TlsServer.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections over TLS: who gets in, with what, and that the bytes are right. */
@Timeout(120)
class TlsTest {
  private static final String PRESENT = "io.jacinth.tls.TlsServer#present";

  /** Of the name CN=authority, as {@code openssl x509 -hash} tells it. */
  private static final String HASH_OF_AUTHORITY = "aabdaf6b";

  private static final String[] TLS_12 = {"TLSv1.2"};
  private static final SSLContext KNOWN = TlsClient.context("other");
  private static final SSLContext NAMELESS = TlsClient.context(null);
  private static final SSLContext STRANGER = TlsClient.context("stranger");

  /** With TLS 1.3 a client may believe to be in before the server has seen its certificate. */
  private static void refused(SSLContext context, Running server, String... protocols) {
    assertThatThrownBy(
            () -> {
              try (TlsClient client = TlsClient.connect(context, server.tlsPort(), protocols)) {
                client.send("PING");
              }
            })
        .isInstanceOf(IOException.class);
  }

  private static void served(SSLContext context, Running server, String... protocols)
      throws IOException {
    try (TlsClient client = TlsClient.connect(context, server.tlsPort(), protocols)) {
      assertThat(client.send("PING")).isEqualTo("+PONG");
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void bothVersionsOfTlsAreSpoken(TlsServer kind) throws IOException {
    try (Running server = kind.start()) {
      for (String version : List.of("TLSv1.2", "TLSv1.3")) {
        try (TlsClient client = TlsClient.connect(KNOWN, server.tlsPort(), version)) {
          assertThat(client.socket().getSession().getProtocol()).isEqualTo(version);
          assertThat(client.send("SET k " + version)).isEqualTo("+OK");
          assertThat(client.send("STRLEN k")).isEqualTo(":7");
        }
      }
      refused(KNOWN, server, "TLSv1.1");
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void largeValuesAndLongPipelinesPass(TlsServer kind) throws IOException {
    byte[] value = new byte[3_000_000];
    new Random(1).nextBytes(value);
    try (Running server = kind.start();
        TlsClient client = TlsClient.connect(KNOWN, server.tlsPort())) {
      String head = "*3\r\n$3\r\nSET\r\n$3\r\nbig\r\n$" + value.length + "\r\n";
      client.write(head.getBytes(StandardCharsets.US_ASCII));
      client.write(value);
      assertThat(client.send("")).isEqualTo("+OK");
      assertThat(client.send("GET big")).isEqualTo("$" + value.length);
      assertThat(client.read(value.length)).isEqualTo(value);
      assertThat(client.line()).isEmpty();
      client.write("INCR n\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
      for (int i = 1; i <= 20_000; i++) {
        assertThat(client.line()).isEqualTo(":" + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void certificatesOfClientsAreAskedForAsConfigured(TlsServer kind) throws IOException {
    try (Running server = kind.start()) {
      served(KNOWN, server);
      refused(NAMELESS, server);
      refused(STRANGER, server);
      server.set("tls-auth-clients", "optional");
      served(KNOWN, server);
      served(NAMELESS, server);
      refused(STRANGER, server);
      server.set("tls-auth-clients", "no");
      served(KNOWN, server);
      served(NAMELESS, server);
      served(STRANGER, server);
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void withoutAnAuthorityNoCertificateOfAClientIsGood(TlsServer kind) throws IOException {
    try (Running server = kind.start("--tls-ca-cert-file", "", "--tls-auth-clients", "no")) {
      served(NAMELESS, server);
      server.set("tls-auth-clients", "yes");
      refused(KNOWN, server);
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void authoritiesMayLieInAFolderUnderTheirHash(TlsServer kind) throws IOException {
    Certificates certificates = Certificates.made();
    Path folder = Files.createTempDirectory("jacinth-tls-ca");
    Path authority = folder.resolve("authority.pem");
    try {
      Files.copy(certificates.path("authority.crt"), authority);
      try (Running server =
          kind.start("--tls-ca-cert-file", "", "--tls-ca-cert-dir", folder.toString())) {
        refused(KNOWN, server);
        authority = Files.move(authority, folder.resolve(HASH_OF_AUTHORITY + ".0"));
        server.set("tls-ca-cert-dir", folder);
        served(KNOWN, server);
      }
    } finally {
      Files.delete(authority);
      Files.delete(folder);
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void whatIsNotTlsIsHungUpOnAndHarmsNobody(TlsServer kind) throws IOException {
    try (Running server = kind.start();
        TlsClient bystander = TlsClient.connect(KNOWN, server.tlsPort())) {
      for (String greeting :
          List.of(
              "PING\r\n",
              "*1\r\n$4\r\nPING\r\n",
              "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
              "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000",
              "\u0016\u0003\u0001\u00ff\u00ff" + "x".repeat(70_000))) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.tlsPort())) {
          socket.setSoTimeout(20_000);
          socket.getOutputStream().write(greeting.getBytes(StandardCharsets.ISO_8859_1));
          readToEnd(socket);
        }
        assertThat(bystander.send("PING")).isEqualTo("+PONG");
      }
    }
  }

  /** An alert may come before the end, and the end may be a reset. */
  private static void readToEnd(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().readAllBytes()).doesNotContain((byte) '+');
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void manyUnfinishedHandshakesHarmNobody(TlsServer kind) throws IOException {
    List<Socket> idle = new ArrayList<>();
    try (Running server = kind.start()) {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.tlsPort());
        socket.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0});
        idle.add(socket);
      }
      served(KNOWN, server);
      for (Socket socket : idle) {
        socket.close();
      }
      served(KNOWN, server);
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void newCertificatesHoldForNewConnections(TlsServer kind) throws IOException {
    Certificates certificates = Certificates.made();
    try (Running server = kind.start();
        TlsClient first = TlsClient.connect(TlsClient.context("other"), server.tlsPort())) {
      assertThat(first.server()).isEqualTo("CN=server");
      server.set(
          "tls-cert-file", certificates.file("other.crt"),
          "tls-key-file", certificates.file("other.key"));
      try (TlsClient second = TlsClient.connect(TlsClient.context("other"), server.tlsPort())) {
        assertThat(second.server()).isEqualTo("CN=other");
        assertThat(second.send("PING")).isEqualTo("+PONG");
      }
      assertThat(first.send("PING")).isEqualTo("+PONG");
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void settingTheSameFileReadsItAgain(TlsServer kind) throws IOException {
    Certificates certificates = Certificates.made();
    var certificate = certificates.path("changing-" + kind + ".crt");
    var key = certificates.path("changing-" + kind + ".key");
    certificates.write(certificate.getFileName().toString(), "");
    certificates.write(key.getFileName().toString(), "");
    Files.copy(certificates.path("server.crt"), certificate, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(certificates.path("server.key"), key, StandardCopyOption.REPLACE_EXISTING);
    try (Running server =
        kind.start("--tls-cert-file", certificate.toString(), "--tls-key-file", key.toString())) {
      Files.copy(certificates.path("other.crt"), certificate, StandardCopyOption.REPLACE_EXISTING);
      Files.copy(certificates.path("other.key"), key, StandardCopyOption.REPLACE_EXISTING);
      try (TlsClient client = TlsClient.connect(TlsClient.context("other"), server.tlsPort())) {
        assertThat(client.server()).isEqualTo("CN=server");
      }
      server.set("tls-cert-file", certificate, "tls-key-file", key);
      try (TlsClient client = TlsClient.connect(TlsClient.context("other"), server.tlsPort())) {
        assertThat(client.server()).isEqualTo("CN=other");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void versionsAndCiphersAreThoseConfigured(TlsServer kind) throws IOException {
    String aes128 = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    String aes256 = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
    try (Running server = kind.start()) {
      server.set("tls-protocols", "tlsv1.2");
      refused(KNOWN, server, "TLSv1.3");
      served(KNOWN, server, TLS_12);
      server.set("tls-ciphers", "ECDHE-RSA-AES128-GCM-SHA256");
      assertThat(suite(server, aes256, aes128)).isEqualTo(aes128);
      server.set("tls-ciphers", "HIGH:!AES128");
      assertThat(suite(server, aes128, aes256)).isEqualTo(aes256);
      server.set("tls-ciphers", "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384");
      assertThat(suite(server, aes256, aes128)).isEqualTo(aes256);
      server.set("tls-prefer-server-ciphers", "yes");
      assertThat(suite(server, aes256, aes128)).isEqualTo(aes128);
      server.set("tls-protocols", "TLSv1.3");
      refused(KNOWN, server, TLS_12);
    }
  }

  private static String suite(Running server, String... offered) throws IOException {
    SSLContext fresh = TlsClient.context("other");
    try (TlsClient client = TlsClient.connect(fresh, server.tlsPort(), TLS_12, offered)) {
      assertThat(client.send("PING")).isEqualTo("+PONG");
      return client.socket().getSession().getCipherSuite();
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void suitesOfTls13CanBeChosen(TlsServer kind) throws IOException {
    try (Running server = kind.start("--tls-ciphersuites", "TLS_AES_256_GCM_SHA384");
        TlsClient client = TlsClient.connect(KNOWN, server.tlsPort(), "TLSv1.3")) {
      assertThat(client.socket().getSession().getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
      assertThat(client.send("PING")).isEqualTo("+PONG");
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void sessionsAreResumed(TlsServer kind) throws IOException {
    try (Running server = kind.start()) {
      for (String version : List.of("TLSv1.2", "TLSv1.3")) {
        SSLContext context = TlsClient.context("other");
        long first = sessionTime(context, server, version);
        assertThat(sessionTime(context, server, version)).as(version).isEqualTo(first);
      }
    }
  }

  /** A session that is resumed was created when the first one was. */
  private static long sessionTime(SSLContext context, Running server, String version)
      throws IOException {
    try (TlsClient client = TlsClient.connect(context, server.tlsPort(), version)) {
      assertThat(client.send("PING")).isEqualTo("+PONG");
      return client.socket().getSession().getCreationTime();
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void aFarewellOfTlsEndsTheConnection(TlsServer kind) throws IOException {
    try (Running server = kind.start();
        TlsClient client = TlsClient.connect(KNOWN, server.tlsPort())) {
      assertThat(client.send("PING")).isEqualTo("+PONG");
      client.socket().shutdownOutput();
      assertThat(client.read(1)).isEmpty();
    }
  }

  /** A connection keeps its keys when another event loop takes it over. */
  @Test
  void encryptedConnectionsMoveBetweenLoops() throws Exception {
    for (TlsServer kind : List.of(TlsServer.BORING_SSL, TlsServer.JDK)) {
      try (Running server = kind.start();
          TlsClient one = TlsClient.connect(KNOWN, server.tlsPort());
          TlsClient other = TlsClient.connect(KNOWN, server.tlsPort())) {
        JacinthServer jacinth = ((JacinthUnderTest) server.server()).server();
        Moves moves = Moves.begin(jacinth.engine(), 1);
        String value = "v".repeat(20_000);
        for (int i = 0; i < 1_000; i++) {
          assertThat(one.send("SET k" + i + " " + value)).isEqualTo("+OK");
          assertThat(other.send("STRLEN k" + i)).isEqualTo(":20000");
        }
        assertThat(moves.end()).isPositive();
      }
    }
  }
}
