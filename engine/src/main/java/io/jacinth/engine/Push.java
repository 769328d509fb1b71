package io.jacinth.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message that answers no request: published, of a key, of a cache's entry, of MONITOR. Its bytes
 * are made once for each protocol and shared by all who receive it. Immutable, for every thread.
 */
public final class Push {
  private final byte[] resp2;

  /** Null until somebody asks for it where it only differs from RESP2 in its first byte. */
  private volatile byte @Nullable [] resp3;

  private Push(byte[] resp2, byte @Nullable [] resp3) {
    this.resp2 = resp2;
    this.resp3 = resp3;
  }

  /** A message whose bytes are given for each protocol; they may be the same array. */
  public static Push of(byte[] resp2, byte[] resp3) {
    return new Push(resp2, resp3);
  }

  /** Strings: an array of them in RESP2, a push in RESP3. */
  public static Push words(byte[]... words) {
    int length = 16;
    for (byte[] word : words) {
      length += 16 + word.length;
    }
    byte[] bytes = new byte[length];
    int at = header(bytes, 0, '*', words.length);
    for (byte[] word : words) {
      at = header(bytes, at, '$', word.length);
      System.arraycopy(word, 0, bytes, at, word.length);
      at = lineEnd(bytes, at + word.length);
    }
    return new Push(Arrays.copyOf(bytes, at), null);
  }

  private static int header(byte[] bytes, int start, char type, int count) {
    byte[] digits = Integer.toString(count).getBytes(StandardCharsets.ISO_8859_1);
    bytes[start] = (byte) type;
    System.arraycopy(digits, 0, bytes, start + 1, digits.length);
    return lineEnd(bytes, start + 1 + digits.length);
  }

  private static int lineEnd(byte[] bytes, int at) {
    bytes[at] = '\r';
    bytes[at + 1] = '\n';
    return at + 2;
  }

  /** The bytes in a protocol; not to be changed. */
  public byte[] bytes(boolean isResp3) {
    return isResp3 ? resp3() : resp2;
  }

  private byte[] resp3() {
    byte[] bytes = resp3;
    if (bytes == null) {
      bytes = resp2.clone();
      bytes[0] = '>';
      resp3 = bytes;
    }
    return bytes;
  }
}
