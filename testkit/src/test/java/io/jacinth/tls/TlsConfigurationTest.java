package io.jacinth.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.TestConnection;
import io.jacinth.tls.TlsServer.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of TLS: what is refused and with which words, at a start and by CONFIG SET. */
@Timeout(120)
class TlsConfigurationTest {
  private static final String PRESENT = "io.jacinth.tls.TlsServer#present";
  private static final String FAILED =
      "ERR CONFIG SET failed (possibly related to argument '%s') - Unable to update TLS"
          + " configuration. Check server logs.";

  private static String file(String name) {
    return Certificates.made().file(name);
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void whatCannotBeUsedIsRefusedAndTheOldStays(TlsServer kind) throws IOException {
    String garbage = Certificates.made().write("garbage-" + kind, "garbage");
    List<List<String>> refused =
        List.of(
            List.of("tls-cert-file", "/no/such/file"),
            List.of("tls-cert-file", garbage),
            List.of("tls-cert-file", ""),
            List.of("tls-key-file", "/no/such/file"),
            List.of("tls-key-file", garbage),
            List.of("tls-key-file", file("authority.key")),
            List.of("tls-key-file", ""),
            List.of("tls-ca-cert-file", "/no/such/file"),
            List.of("tls-ca-cert-file", garbage),
            List.of("tls-ca-cert-file", ""),
            List.of("tls-protocols", "TLSv9"),
            List.of("tls-protocols", "TLSv1.2,TLSv1.3"),
            List.of("tls-ciphers", "nonsense"),
            List.of("tls-ciphersuites", "nonsense"),
            List.of("tls-dh-params-file", "/no/such/file"),
            List.of("tls-dh-params-file", garbage));
    try (Running server = kind.start()) {
      for (List<String> change : refused) {
        String name = change.getFirst();
        RespValue before = server.admin().send("CONFIG", "GET", name).value();
        server
            .admin()
            .send("CONFIG", "SET", name, change.get(1))
            .expectError(FAILED.formatted(name));
        assertThat(server.admin().send("CONFIG", "GET", name).value()).isEqualTo(before);
      }
      server.set("tls-ca-cert-dir", "/no/such/folder");
      try (TlsClient client = TlsClient.connect(TlsClient.context("other"), server.tlsPort())) {
        assertThat(client.send("PING")).isEqualTo("+PONG");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void thePortMovesAndGoes(TlsServer kind) throws IOException {
    var context = TlsClient.context("other");
    try (Running server = kind.start();
        TlsClient first = TlsClient.connect(context, server.tlsPort())) {
      int newPort = TlsServer.freePort();
      server.set("tls-port", newPort);
      assertThatThrownBy(() -> TlsClient.connect(context, server.tlsPort()))
          .isInstanceOf(IOException.class);
      try (TlsClient second = TlsClient.connect(context, newPort)) {
        assertThat(second.send("PING")).isEqualTo("+PONG");
      }
      server
          .admin()
          .send("CONFIG", "SET", "tls-port", server.server().address().getPort())
          .expectError(
              "ERR CONFIG SET failed (possibly related to argument 'tls-port') - Unable to listen"
                  + " on this port. Check server logs.");
      server.set("tls-port", 0);
      assertThatThrownBy(() -> TlsClient.connect(context, newPort)).isInstanceOf(IOException.class);
      assertThat(first.send("PING")).isEqualTo("+PONG");
    }
  }

  @Test
  void withoutTlsItsSettingsAreTakenAsTheyAre() {
    Stream.of(TlsServer.BORING_SSL, TlsServer.REDIS)
        .filter(kind -> kind != TlsServer.REDIS || RealRedis.binary().isPresent())
        .forEach(
            kind -> {
              try (var server =
                      kind == TlsServer.REDIS ? RealRedis.start() : JacinthUnderTest.start();
                  TestConnection admin = TestConnection.open(server)) {
                admin
                    .send("CONFIG", "SET", "tls-cert-file", "none", "tls-protocols", "x")
                    .expect("OK");
                admin
                    .send("CONFIG", "SET", "tls-port", TlsServer.freePort())
                    .expectError(FAILED.formatted("tls-port"));
                admin
                    .send(
                        "CONFIG",
                        "SET",
                        "tls-protocols",
                        "",
                        "tls-auth-clients",
                        "no",
                        "tls-cert-file",
                        file("server.crt"),
                        "tls-key-file",
                        file("server.key"))
                    .expect("OK");
                int port = TlsServer.freePort();
                admin.send("CONFIG", "SET", "tls-port", port).expect("OK");
                try (TlsClient client = TlsClient.connect(TlsClient.context(null), port)) {
                  assertThat(client.send("PING")).isEqualTo("+PONG");
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** The words of redis-server 7.0.15 with OpenSSL 3. */
  @Test
  void theLogSaysWhyInRedisWords() throws IOException {
    try (JacinthUnderTest server = JacinthUnderTest.start();
        TestConnection admin = TestConnection.open(server)) {
      admin
          .send("CONFIG", "SET", "tls-port", TlsServer.freePort())
          .expectError(FAILED.formatted("tls-port"));
      assertThat(server.log())
          .contains(
              "# No tls-cert-file configured!\n",
              "# Failed applying new configuration. Possibly related to new tls-port setting."
                  + " Restoring previous settings.\n");
    }
    try (Running server = TlsServer.BORING_SSL.start()) {
      for (String[] change :
          new String[][] {
            {"tls-cert-file", "none"},
            {"tls-key-file", file("authority.key")},
            {"tls-ca-cert-file", file("server.key")},
            {"tls-protocols", "x"},
            {"tls-ciphers", "x"},
            {"tls-ciphersuites", "x"},
            {"tls-dh-params-file", "none"},
            {"tls-dh-params-file", file("server.key")},
            {"tls-ca-cert-file", ""}
          }) {
        server
            .admin()
            .send("CONFIG", "SET", change[0], change[1])
            .expectError(FAILED.formatted(change[0]));
      }
      assertThat(((JacinthUnderTest) server.server()).log())
          .contains(
              "# Failed to load certificate: none: error:80000002:system library::No such file or"
                  + " directory\n",
              "# Failed to load private key: "
                  + file("authority.key")
                  + ": error:05800074:x509 certificate routines::key values mismatch\n",
              "# Failed to configure CA certificate(s) file/directory: error:05800088:x509"
                  + " certificate routines::no certificate or crl found\n",
              "# Invalid tls-protocols specified. Use a combination of 'TLSv1', 'TLSv1.1',"
                  + " 'TLSv1.2' and 'TLSv1.3'.\n",
              "# Failed to configure ciphers: x\n",
              "# Failed to configure ciphersuites: x\n",
              "# Failed to load none: No such file or directory\n",
              "# " + file("server.key") + ": failed to read DH params.\n",
              "# Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster,"
                  + " tls-replication or tls-auth-clients are enabled!\n");
    }
  }

  @Test
  void aStartWithoutCertificatesFails() {
    assertThatThrownBy(() -> JacinthUnderTest.start("--tls-port", "1"))
        .hasMessageContaining("Failed to configure TLS. Check logs for more info.");
  }
}
