package io.jacinth.engine;

import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A copy of some bytes, to look up by. Immutable. */
public final class ByteString implements Comparable<ByteString> {
  private final byte[] bytes;
  private final int hash;

  private ByteString(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  public static ByteString of(Slice slice) {
    return new ByteString(slice.toBytes());
  }

  /** The array itself, which must not change any more. */
  public static ByteString wrap(byte[] bytes) {
    return new ByteString(bytes);
  }

  /** The bytes themselves; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** A copy off-heap. Not for a hot path. */
  public Slice slice() {
    return Slice.of(bytes);
  }

  public int length() {
    return bytes.length;
  }

  /** Whether these bytes begin with all of others. */
  public boolean startsWith(ByteString prefix) {
    return prefix.bytes.length <= bytes.length
        && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
  }

  /** In the order of unsigned bytes. */
  @Override
  public int compareTo(ByteString other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteString string
        && string.hash == hash
        && Arrays.equals(string.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The bytes as text, a char a byte. */
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
