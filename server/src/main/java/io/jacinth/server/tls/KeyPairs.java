package io.jacinth.server.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Whether a private key belongs to a certificate: found by a signature that the latter verifies.
 */
final class KeyPairs {
  private static final byte[] SAMPLE = "a sample".getBytes(StandardCharsets.US_ASCII);

  private KeyPairs() {}

  static void requireFit(PublicKey certified, PrivateKey key) throws PemException {
    if (!certified.getAlgorithm().equals(key.getAlgorithm())) {
      throw new PemException(PemException.OTHER_KIND_OF_KEY);
    }
    try {
      Signature signature = Signature.getInstance(signature(key.getAlgorithm()));
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(SAMPLE);
      if (!signature.verify(signed)) {
        throw new PemException(PemException.OTHER_KEY);
      }
    } catch (GeneralSecurityException e) {
      throw new PemException(PemException.OTHER_KEY);
    }
  }

  private static String signature(String algorithm) {
    return switch (algorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> algorithm;
    };
  }
}
