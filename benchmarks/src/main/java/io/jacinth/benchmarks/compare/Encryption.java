package io.jacinth.benchmarks.compare;

import io.jacinth.benchmarks.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Has a running server listen for TLS too, with a certificate of its own. */
final class Encryption {
  private static final String PASSWORD = "password";

  private Encryption() {}

  /** The port on which the server listens for TLS from now on. */
  static int enable(int plainPort) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("compare-tls");
    try (Wire wire = new Wire(plainPort)) {
      generate(folder);
      int port = Loopback.freePort();
      expectOk(
          wire,
          "CONFIG SET tls-auth-clients no tls-cert-file %1$s/crt.pem tls-key-file %1$s/key.pem"
              .formatted(folder));
      expectOk(wire, "CONFIG SET tls-port " + port);
      return port;
    } finally {
      for (String file : new String[] {"store", "crt.pem", "key.pem"}) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.delete(folder);
    }
  }

  private static void expectOk(Wire wire, String request) throws IOException {
    String answer = wire.ask(request);
    if (!answer.equals("+OK")) {
      throw new IOException(request + ": " + answer);
    }
  }

  private static void generate(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("store");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool makes no certificate");
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      write(folder, "crt.pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
      byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
      write(folder, "key.pem", "PRIVATE KEY", key);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void write(Path folder, String name, String label, byte[] bytes)
      throws IOException {
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)));
  }
}
