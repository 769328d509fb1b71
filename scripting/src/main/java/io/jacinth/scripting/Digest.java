package io.jacinth.scripting;

import io.jacinth.protocol.Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-1 of a script, by which it is found. One object may be set again and again to look for
 * scripts without making another; one that is a key of a map is never changed.
 */
final class Digest {
  /** Hexadecimal digits of a name. */
  static final int DIGITS = 40;

  private static final int DIGITS_A_LONG = 16;
  private static final int LOW_DIGITS = 8;
  private static final int BITS_A_DIGIT = 4;
  private static final int BITS_A_BYTE = 8;

  private long high;
  private long middle;
  private int low;

  /** The digest of a text. */
  static Digest of(byte[] text) {
    return new Digest().compute(text);
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
    byte[] bytes = sha1().digest(text);
    high = number(bytes, 0, Long.BYTES);
    middle = number(bytes, Long.BYTES, Long.BYTES);
    low = (int) number(bytes, 2 * Long.BYTES, Integer.BYTES);
    return this;
  }

  private static long number(byte[] bytes, int from, int count) {
    long number = 0;
    for (int i = from; i < from + count; i++) {
      number = number << BITS_A_BYTE | bytes[i] & 0xFF;
    }
    return number;
  }

  /** Takes the digits of a name in any case; false where it is none. */
  boolean read(Slice name) {
    return name.length() == DIGITS && readDigits(name);
  }

  private boolean readDigits(Slice name) {
    for (int i = 0; i < DIGITS; i++) {
      if (Character.digit(name.at(i), 16) < 0) {
        return false;
      }
    }
    high = digits(name, 0, DIGITS_A_LONG);
    middle = digits(name, DIGITS_A_LONG, DIGITS_A_LONG);
    low = (int) digits(name, 2 * DIGITS_A_LONG, LOW_DIGITS);
    return true;
  }

  private static long digits(Slice name, int from, int count) {
    long number = 0;
    for (int i = from; i < from + count; i++) {
      number = number << BITS_A_DIGIT | Character.digit(name.at(i), 16);
    }
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest
        && high == digest.high
        && middle == digest.middle
        && low == digest.low;
  }

  @Override
  public int hashCode() {
    return (int) (high ^ high >>> Integer.SIZE);
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(middle) + hex.toHexDigits(low);
  }
}
