package io.jacinth.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key in any of the forms that OpenSSL writes: PKCS #8, plain or encrypted, and the older
 * ones of RSA (PKCS #1) and EC (SEC 1), plain or encrypted.
 */
final class PrivateKeyFile {
  private static final Set<String> LABELS =
      Set.of("PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY");

  /** The algorithms of keys that a certificate may be for. */
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private PrivateKeyFile() {}

  /**
   * The first key in a file.
   *
   * @param password what it is encrypted with; empty: it is not
   */
  static PrivateKey read(Path file, String password) throws PemException {
    List<PemFile.Block> keys = PemFile.read(file).labelled(LABELS::contains);
    if (keys.isEmpty()) {
      throw new PemException(PemException.NO_KEY);
    }
    return key(pkcs8(keys.getFirst(), password));
  }

  private static byte[] pkcs8(PemFile.Block block, String password) throws PemException {
    return switch (block.label()) {
      case "PRIVATE KEY" -> block.bytes();
      case "ENCRYPTED PRIVATE KEY" -> decrypted(block.bytes(), password);
      case "RSA PRIVATE KEY" -> Der.pkcs8OfRsa(LegacyEncryption.decrypted(block, password));
      default -> Der.pkcs8OfEc(LegacyEncryption.decrypted(block, password));
    };
  }

  private static byte[] decrypted(byte[] bytes, String password) throws PemException {
    byte[] secret = bytes(LegacyEncryption.required(password));
    char[] characters = new String(secret, StandardCharsets.UTF_8).toCharArray();
    try {
      var encrypted = new EncryptedPrivateKeyInfo(bytes);
      AlgorithmParameters parameters = encrypted.getAlgParameters();
      // Of PBES2 the parameters know which algorithm it is.
      String algorithm =
          encrypted.getAlgName().startsWith("PBES2")
              ? parameters.toString()
              : encrypted.getAlgName();
      Cipher cipher = Cipher.getInstance(algorithm);
      var key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(characters));
      cipher.init(Cipher.DECRYPT_MODE, key, parameters);
      return encrypted.getKeySpec(cipher).getEncoded();
    } catch (InvalidKeySpecException e) {
      throw new PemException(PemException.WRONG_PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new PemException(PemException.NO_KEY);
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws PemException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException ofAnotherAlgorithm) {
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a JDK without " + algorithm, e);
      }
    }
    throw new PemException(PemException.NO_KEY);
  }

  /** The bytes of a password, which the configuration holds as a char each. */
  static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.ISO_8859_1);
  }
}
