package io.jacinth.commands.debug;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * 20 bytes into which data is worked by SHA-1, in two ways: what is {@link #mix mixed} in counts by
 * its order, what is {@link #add added} does not. Owned by whoever made it.
 */
final class Sha1Mix {
  private static final int BYTES = 20;

  private final MessageDigest sha1;
  private final byte[] state = new byte[BYTES];

  Sha1Mix() {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  void clear() {
    Arrays.fill(state, (byte) 0);
  }

  /** Works bytes in, whatever came before or comes after. */
  void add(byte[] bytes) {
    byte[] hash = sha1.digest(bytes);
    for (int i = 0; i < BYTES; i++) {
      state[i] ^= hash[i];
    }
  }

  /** Works the bytes of another state in. */
  void add(Sha1Mix other) {
    add(other.state);
  }

  /** Works bytes in at this place of the order. */
  void mix(byte[] bytes) {
    add(bytes);
    System.arraycopy(sha1.digest(state), 0, state, 0, BYTES);
  }

  void mix(String ascii) {
    mix(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** Works a number in as 4 bytes, the highest first. */
  void mix(int number) {
    mix(
        new byte[] {
          (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
        });
  }

  /** 40 hexadecimal digits. */
  String text() {
    return HexFormat.of().formatHex(state);
  }
}
