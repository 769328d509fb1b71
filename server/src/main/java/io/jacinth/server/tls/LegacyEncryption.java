package io.jacinth.server.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of keys whose blocks say {@code Proc-Type: 4,ENCRYPTED} and {@code DEK-Info:
 * cipher,salt}: what {@code openssl rsa -traditional -aes256} writes. The cipher's key is MD5 of
 * password and salt, over and over (EVP_BytesToKey of OpenSSL's manual).
 */
final class LegacyEncryption {
  private static final Pattern INFO =
      Pattern.compile("DEK-Info: *([A-Z0-9-]+),((?:[0-9A-Fa-f]{2}){8,})");
  private static final int SALT_BYTES = 8;

  private record Kind(String cipher, String algorithm, int keyBytes) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "AES-128-CBC", new Kind("AES/CBC/PKCS5Padding", "AES", 16),
          "AES-192-CBC", new Kind("AES/CBC/PKCS5Padding", "AES", 24),
          "AES-256-CBC", new Kind("AES/CBC/PKCS5Padding", "AES", 32),
          "DES-EDE3-CBC", new Kind("DESede/CBC/PKCS5Padding", "DESede", 24));

  private LegacyEncryption() {}

  /** The bytes of a block, decrypted where they are not plain. */
  static byte[] decrypted(PemFile.Block block, String password) throws PemException {
    Matcher info = INFO.matcher(block.headers());
    if (!info.find()) {
      return block.bytes();
    }
    Kind kind = KINDS.get(info.group(1));
    if (kind == null) {
      throw new PemException(PemException.NO_KEY);
    }
    byte[] vector = HexFormat.of().parseHex(info.group(2));
    byte[] secret = PrivateKeyFile.bytes(required(password));
    try {
      Cipher cipher = Cipher.getInstance(kind.cipher);
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key(secret, vector, kind.keyBytes), kind.algorithm),
          new IvParameterSpec(vector));
      return cipher.doFinal(block.bytes());
    } catch (GeneralSecurityException e) {
      throw new PemException(PemException.WRONG_PASSWORD);
    }
  }

  static String required(String password) throws PemException {
    if (password.isEmpty()) {
      throw new PemException(PemException.NO_PASSWORD);
    }
    return password;
  }

  private static byte[] key(byte[] password, byte[] salt, int length)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    byte[] key = new byte[0];
    byte[] last = new byte[0];
    while (key.length < length) {
      md5.update(last);
      md5.update(password);
      md5.update(salt, 0, SALT_BYTES);
      last = md5.digest();
      key = Arrays.copyOf(key, key.length + last.length);
      System.arraycopy(last, 0, key, key.length - last.length, last.length);
    }
    return Arrays.copyOf(key, length);
  }
}
