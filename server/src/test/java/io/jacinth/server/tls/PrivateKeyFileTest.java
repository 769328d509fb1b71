package io.jacinth.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys in the forms that OpenSSL writes; openssl itself converts them, where it is installed. */
class PrivateKeyFileTest {
  @TempDir private Path folder;

  private Path write(KeyPair pair) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return Files.writeString(
        folder.resolve("key.pem"),
        "Bag Attributes\n\n-----BEGIN PRIVATE KEY-----\n"
            + base64
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private static void openssl(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("openssl"));
    line.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.onExit().join().exitValue()).as(output).isZero();
    } catch (IOException notInstalled) {
      Assumptions.abort("no openssl on the PATH");
    }
  }

  @ParameterizedTest
  @CsvSource({"RSA", "EC", "Ed25519"})
  void readsPlainKeys(String algorithm) throws Exception {
    KeyPair pair = pair(algorithm);
    assertThat(PrivateKeyFile.read(write(pair), "").getEncoded())
        .isEqualTo(pair.getPrivate().getEncoded());
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, rsa, -traditional, ''",
    "RSA, rsa, -traditional, -aes128",
    "RSA, rsa, -traditional, -aes192",
    "RSA, rsa, -traditional, -aes256",
    "RSA, rsa, -traditional, -des3",
    "EC, ec, '', ''",
    "EC, ec, '', -aes256",
    "RSA, rsa, '', -aes256",
    "RSA, rsa, '', -aes128",
    "EC, pkcs8, -topk8, -nocrypt",
    "EC, pkcs8, -topk8, '-v2 aes256'",
    "Ed25519, pkcs8, -topk8, ''"
  })
  void readsWhatOpensslWrites(String algorithm, String program, String form, String cipher)
      throws Exception {
    KeyPair pair = pair(algorithm);
    Path plain = write(pair);
    Path converted = folder.resolve("converted.pem");
    List<String> line =
        new ArrayList<>(List.of(program, "-in", plain.toString(), "-out", converted.toString()));
    line.addAll(List.of("-passout", "pass:gehe\u00efm"));
    for (String words : List.of(form, cipher)) {
      if (!words.isEmpty()) {
        line.addAll(List.of(words.split(" ")));
      }
    }
    openssl(line.toArray(String[]::new));
    boolean isEncrypted = Files.readString(converted).contains("ENCRYPTED");
    String password =
        new String("gehe\u00efm".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    KeyPairs.requireFit(pair.getPublic(), PrivateKeyFile.read(converted, password));
    if (isEncrypted) {
      // One wrong password in 256 leaves a padding that is right, and no key behind it.
      assertThatThrownBy(() -> PrivateKeyFile.read(converted, "wrong"))
          .message()
          .isIn(PemException.WRONG_PASSWORD, PemException.NO_KEY);
      assertThatThrownBy(() -> PrivateKeyFile.read(converted, ""))
          .hasMessage(PemException.NO_PASSWORD);
    }
  }

  @Test
  void complainsInTheWordsOfOpenssl() throws Exception {
    assertThatThrownBy(() -> PrivateKeyFile.read(folder.resolve("none"), ""))
        .hasMessage("error:80000002:system library::No such file or directory");
    assertThatThrownBy(() -> PrivateKeyFile.read(folder, "")).hasMessage(PemException.NO_KEY);
    Path file = folder.resolve("file");
    for (String text :
        List.of(
            "",
            "garbage",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "-----BEGIN EC PRIVATE KEY-----\nMA==\n-----END EC PRIVATE KEY-----\n",
            "-----BEGIN EC PRIVATE KEY-----\nMIR/////\n-----END EC PRIVATE KEY-----\n",
            "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> PrivateKeyFile.read(file, "")).hasMessage(PemException.NO_KEY);
    }
  }

  @Test
  void aKeyMustBelongToItsCertificate() throws Exception {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      KeyPair pair = pair(algorithm);
      KeyPairs.requireFit(pair.getPublic(), pair.getPrivate());
      KeyPair another = pair(algorithm);
      assertThatThrownBy(() -> KeyPairs.requireFit(another.getPublic(), pair.getPrivate()))
          .hasMessage(PemException.OTHER_KEY);
    }
    KeyPair rsa = pair("RSA");
    KeyPair ec = pair("EC");
    assertThatThrownBy(() -> KeyPairs.requireFit(ec.getPublic(), rsa.getPrivate()))
        .hasMessage(PemException.OTHER_KIND_OF_KEY);
  }
}
