package io.jacinth.testkit;

/** Arguments and replies that are no text. */
public final class Bytes {
  private Bytes() {}

  /** The lowest eight bits of each number: {@code bytes(0x80, 0xff)}. */
  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
