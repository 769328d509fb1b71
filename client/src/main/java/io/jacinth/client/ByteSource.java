package io.jacinth.client;

/** Where a decoder gets its bytes from, in pieces of any size. */
@FunctionalInterface
interface ByteSource {

  /**
   * Waits for at least one byte and puts what is there at the start of the target. Throws a {@link
   * RespException} when none can come.
   */
  int read(byte[] target);
}
