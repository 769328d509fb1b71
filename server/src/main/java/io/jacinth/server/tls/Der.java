package io.jacinth.server.tls;

import java.util.Arrays;
import java.util.HexFormat;

/** As much of ASN.1's DER (X.690) as keys of OpenSSL's older forms need. */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final int FIRST_OPTION = 0xA0;
  private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");

  /** Object identifier 1.2.840.113549.1.1.1 and NULL. */
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  /** Object identifier 1.2.840.10045.2.1. */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Der() {}

  /** PKCS #8 around an RSA key as PKCS #1 has it. */
  static byte[] pkcs8OfRsa(byte[] key) {
    return pkcs8(RSA, key);
  }

  /** PKCS #8 around an EC key as SEC 1 has it, which names its curve in its first option. */
  static byte[] pkcs8OfEc(byte[] key) throws PemException {
    int at = contentStart(key, 0);
    while (at < key.length) {
      int start = contentStart(key, at);
      int end = contentEnd(key, at);
      if ((key[at] & 0xFF) == FIRST_OPTION) {
        return pkcs8(join(EC, Arrays.copyOfRange(key, start, end)), key);
      }
      at = end;
    }
    throw new PemException(PemException.NO_KEY);
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return value(SEQUENCE, join(VERSION_0, value(SEQUENCE, algorithm), value(OCTET_STRING, key)));
  }

  private static byte[] value(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
    return join(new byte[] {(byte) tag}, length, content);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  private static int contentStart(byte[] der, int at) throws PemException {
    int first = at(der, at + 1);
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int contentEnd(byte[] der, int at) throws PemException {
    int start = contentStart(der, at);
    int length = at(der, at + 1);
    if (length >= 0x80) {
      length = 0;
      for (int i = at + 2; i < start; i++) {
        length = length << 8 | at(der, i);
      }
    }
    if (length < 0 || length > der.length - start) {
      throw new PemException(PemException.NO_KEY);
    }
    return start + length;
  }

  private static int at(byte[] der, int index) throws PemException {
    if (index >= der.length) {
      throw new PemException(PemException.NO_KEY);
    }
    return der[index] & 0xFF;
  }
}
