package io.jacinth.persistence;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.persistence.rdb.RdbFileSink.KeyFacts;
import io.jacinth.persistence.rdb.RdbInput;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Records of keys on their way from the thread that reads a file to one that makes keys of them:
 * values as they stand in the file, off-heap. Handed over, never shared.
 *
 * <pre>
 *   place in the file 8, deadline 8, idle seconds 8, frequency 4, database 4, type 4, length of the
 *   key 4, length of the value 8, key, value
 * </pre>
 */
final class RecordBatch implements AutoCloseable {
  private static final long USUAL_BYTES = 256 << 10;
  private static final int HEADER_BYTES = 48;

  private Arena arena = Arena.ofShared();
  private MemorySegment bytes = arena.allocate(USUAL_BYTES, 8);
  private long used;
  private long at;

  /** Whether a value of so many bytes had better go into another batch. */
  boolean isFullFor(long valueBytes) {
    return used > 0 && used + valueBytes + HEADER_BYTES > USUAL_BYTES;
  }

  boolean isEmpty() {
    return used == 0;
  }

  /** Takes over a record whose value is the next in the input, of so many bytes. */
  void add(int database, KeyFacts facts, RdbInput in, long valueBytes) {
    int keyLength = facts.key.length();
    makeRoom(HEADER_BYTES + keyLength + valueBytes);
    bytes.set(JAVA_LONG_UNALIGNED, used, facts.at);
    bytes.set(JAVA_LONG_UNALIGNED, used + 8, facts.deadlineMillis);
    bytes.set(JAVA_LONG_UNALIGNED, used + 16, facts.idleSeconds);
    bytes.set(JAVA_INT_UNALIGNED, used + 24, facts.frequency);
    bytes.set(JAVA_INT_UNALIGNED, used + 28, database);
    bytes.set(JAVA_INT_UNALIGNED, used + 32, facts.type);
    bytes.set(JAVA_INT_UNALIGNED, used + 36, keyLength);
    bytes.set(JAVA_LONG_UNALIGNED, used + 40, valueBytes);
    facts.key.copyTo(bytes, used + HEADER_BYTES);
    used += HEADER_BYTES + keyLength;
    MemorySegment.copy(in.buffered(), in.bufferedAt(), bytes, used, valueBytes);
    in.skip(valueBytes);
    used += valueBytes;
  }

  private void makeRoom(long count) {
    if (used + count > bytes.byteSize()) {
      Arena larger = Arena.ofShared();
      MemorySegment moved = larger.allocate(used + count, 8);
      MemorySegment.copy(bytes, 0, moved, 0, used);
      arena.close();
      arena = larger;
      bytes = moved;
    }
  }

  /**
   * Takes the next record out; answers its database, -1 where there is none. Its value is then the
   * next in the input.
   */
  int next(KeyFacts facts, RdbInput in) {
    if (at == used) {
      return -1;
    }
    facts.at = bytes.get(JAVA_LONG_UNALIGNED, at);
    facts.deadlineMillis = bytes.get(JAVA_LONG_UNALIGNED, at + 8);
    facts.idleSeconds = bytes.get(JAVA_LONG_UNALIGNED, at + 16);
    facts.frequency = bytes.get(JAVA_INT_UNALIGNED, at + 24);
    int database = bytes.get(JAVA_INT_UNALIGNED, at + 28);
    facts.type = bytes.get(JAVA_INT_UNALIGNED, at + 32);
    int keyLength = bytes.get(JAVA_INT_UNALIGNED, at + 36);
    long valueBytes = bytes.get(JAVA_LONG_UNALIGNED, at + 40);
    facts.key.set(bytes, at + HEADER_BYTES, keyLength);
    at += HEADER_BYTES + keyLength + valueBytes;
    in.set(bytes, at - valueBytes, at);
    return database;
  }

  /** Forgets the records, and memory beyond the usual. */
  void clear() {
    used = 0;
    at = 0;
    if (bytes.byteSize() > USUAL_BYTES) {
      arena.close();
      arena = Arena.ofShared();
      bytes = arena.allocate(USUAL_BYTES, 8);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
