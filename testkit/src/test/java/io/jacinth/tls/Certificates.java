package io.jacinth.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Two authorities and what they have signed, made by the JDK's keytool once a test run: PEM files
 * for servers and key stores for clients. {@code server} and {@code other} are of the first
 * authority, {@code stranger} is of the second.
 */
final class Certificates {
  private static final char[] PASSWORD = "password".toCharArray();
  private static final Certificates MADE = new Certificates();

  private final Path folder;
  private final KeyStore store;

  private Certificates() {
    try {
      folder = Files.createTempDirectory("jacinth-tls");
      folder.toFile().deleteOnExit();
      generate("authority", "RSA", null);
      generate("server", "RSA", "authority");
      generate("other", "EC", "authority");
      generate("foreign", "EC", null);
      generate("stranger", "EC", "foreign");
      store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(folder.resolve("store"))) {
        store.load(in, PASSWORD);
      }
      for (String alias : List.of("authority", "server", "other", "foreign", "stranger")) {
        write(alias + ".crt", pem("CERTIFICATE", store.getCertificate(alias).getEncoded()));
        write(alias + ".key", pem("PRIVATE KEY", key(alias).getEncoded()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Certificates made() {
    return MADE;
  }

  private void generate(String alias, String algorithm, String signer) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                folder.resolve("store").toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                algorithm,
                "-ext",
                "san=ip:127.0.0.1"));
    line.addAll(signer == null ? List.of("-ext", "bc=ca:true") : List.of("-signer", signer));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("keytool: " + output);
    }
  }

  Key key(String alias) throws GeneralSecurityException {
    return store.getKey(alias, PASSWORD);
  }

  private static String pem(String label, byte[] bytes) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /** Writes a file beside the others and answers its path. */
  String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    file.toFile().deleteOnExit();
    return file.toString();
  }

  /** The path of a file, as {@code server.crt}. */
  String file(String name) {
    return folder.resolve(name).toString();
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Arguments of a server that shows the certificate {@code server}, trusting its authority. */
  List<String> serverArguments() {
    return List.of(
        "--tls-cert-file",
        file("server.crt"),
        "--tls-key-file",
        file("server.key"),
        "--tls-ca-cert-file",
        file("authority.crt"));
  }

  /** A key store with the first authority as the only one that is trusted. */
  KeyStore trust() {
    return storeOf("authority", null);
  }

  /** A key store with one client's key and certificate; empty for null. */
  KeyStore identity(String alias) {
    return storeOf(null, alias);
  }

  char[] password() {
    return PASSWORD.clone();
  }

  private KeyStore storeOf(String authority, String identity) {
    try {
      KeyStore made = KeyStore.getInstance("PKCS12");
      made.load(null, null);
      if (authority != null) {
        made.setCertificateEntry(authority, store.getCertificate(authority));
      }
      if (identity != null) {
        Certificate[] chain = store.getCertificateChain(identity);
        made.setKeyEntry(identity, key(identity), PASSWORD, chain);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
