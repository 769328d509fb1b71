package io.jacinth.scripting;

import io.jacinth.protocol.Slice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-1 of a script, by which it is found: its 40 hexadecimal digits in lower case, eight to a
 * word. One object may be set again and again to look for scripts without making another; one that
 * is a key of a map is never changed.
 */
final class Digest {
  /** Hexadecimal digits of a name. */
  static final int DIGITS = 40;

  /** The bit that letters have and digits have not; half of it makes them lower case. */
  private static final long LETTERS = 0x4040_4040_4040_4040L;

  /** Made for an object that computes again and again. */
  private @Nullable MessageDigest sha1;

  private long first;
  private long second;
  private long third;
  private long fourth;
  private long fifth;

  /** The digest of a text. */
  static Digest of(byte[] text) {
    return new Digest().take(sha1().digest(text));
  }

  /** SHA-1 as hexadecimal digits. */
  static String hex(byte[] text) {
    return HexFormat.of().formatHex(sha1().digest(text));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Digest compute(byte[] text) {
    MessageDigest known = sha1;
    if (known == null) {
      known = sha1();
      sha1 = known;
    }
    return take(known.digest(text));
  }

  private Digest take(byte[] bytes) {
    String digits = HexFormat.of().formatHex(bytes);
    ByteBuffer words = ByteBuffer.wrap(digits.getBytes(StandardCharsets.ISO_8859_1));
    words.order(ByteOrder.nativeOrder());
    first = words.getLong();
    second = words.getLong();
    third = words.getLong();
    fourth = words.getLong();
    fifth = words.getLong();
    return this;
  }

  /** Takes the digits of a name in any case; false where its length is wrong. */
  boolean read(Slice name) {
    if (name.length() != DIGITS) {
      return false;
    }
    first = lower(name.longAt(0));
    second = lower(name.longAt(Long.BYTES));
    third = lower(name.longAt(2 * Long.BYTES));
    fourth = lower(name.longAt(3 * Long.BYTES));
    fifth = lower(name.longAt(4 * Long.BYTES));
    return true;
  }

  /** Whatever is no digit is not made one by this. */
  private static long lower(long word) {
    return word | (word & LETTERS) >>> 1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest
        && first == digest.first
        && second == digest.second
        && third == digest.third
        && fourth == digest.fourth
        && fifth == digest.fifth;
  }

  /** From all bits of eight digits, in each of which four bits say nothing. */
  @Override
  public int hashCode() {
    return Long.hashCode(first * 0x9E37_79B9_7F4A_7C15L);
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    ByteBuffer words = ByteBuffer.allocate(DIGITS).order(ByteOrder.nativeOrder());
    words.putLong(first).putLong(second).putLong(third).putLong(fourth).putLong(fifth);
    return new String(words.array(), StandardCharsets.ISO_8859_1);
  }
}
