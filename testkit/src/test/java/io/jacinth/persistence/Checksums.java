package io.jacinth.persistence;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.persistence.rdb.Crc64;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Makes payloads whose checksum is right. */
final class Checksums {
  private Checksums() {}

  /** Writes the checksum of all that is before it into the last eight bytes. */
  static void seal(byte[] payload) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(JAVA_BYTE, payload);
      int end = payload.length - 8;
      MemorySegment.ofArray(payload).set(JAVA_LONG_UNALIGNED, end, Crc64.update(0, copy, 0, end));
    }
  }
}
