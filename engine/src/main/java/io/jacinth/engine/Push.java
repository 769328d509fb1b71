package io.jacinth.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that answers no request: published, of a key, of a cache's entry, of MONITOR. Its bytes
 * are made once for each protocol and shared by all who receive it. Immutable, for every thread.
 */
public final class Push {
  /** Null where it is not for a client in RESP2. */
  private final byte @Nullable [] resp2;

  /** Null until somebody asks for it where it only differs from RESP2 in its first byte. */
  private volatile byte @Nullable [] resp3;

  /** Whether RESP2 clients understand it only while they hear channels. */
  private final boolean isForSubscribers;

  private Push(byte @Nullable [] resp2, byte @Nullable [] resp3, boolean isForSubscribers) {
    this.resp2 = resp2;
    this.resp3 = resp3;
    this.isForSubscribers = isForSubscribers;
  }

  /** A message whose bytes are given for each protocol; they may be the same array. */
  public static Push of(byte[] resp2, byte[] resp3) {
    return new Push(resp2, resp3, false);
  }

  /** A message that a client in RESP2 gets only where it hears channels: about a cache. */
  public static Push ofCache(byte[] resp2, byte[] resp3) {
    return new Push(resp2, resp3, true);
  }

  /** A message that no client in RESP2 gets. */
  public static Push ofResp3(byte[] resp3) {
    return new Push(null, resp3, false);
  }

  /** The same message, but for RESP3 alone. */
  public Push withoutResp2() {
    return ofResp3(resp3());
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
    return new Push(Arrays.copyOf(bytes, at), null, false);
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

  /** How long it is, in one protocol. */
  int bytes() {
    byte[] bytes = resp2 == null ? resp3 : resp2;
    return bytes == null ? 0 : bytes.length;
  }

  /** The bytes for a client, null where it gets none; not to be changed. On its loop. */
  byte @Nullable [] bytesFor(Client client) {
    if (client.isResp3()) {
      return resp3();
    }
    return isForSubscribers && client.subscriptions().isEmpty() ? null : resp2;
  }

  private byte[] resp3() {
    byte[] bytes = resp3;
    if (bytes == null) {
      bytes = Objects.requireNonNull(resp2).clone();
      bytes[0] = '>';
      resp3 = bytes;
    }
    return bytes;
  }
}
