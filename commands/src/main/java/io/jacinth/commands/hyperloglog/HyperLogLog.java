package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;

/**
 * The string that holds a HyperLogLog, byte for byte Redis's: 16384 registers, each with the
 * longest run of zeros, and one more, that the hashes of its elements have shown (Flajolet et al.
 * 2007).
 *
 * <pre>
 *   "HYLL"        4
 *   encoding      1   0 dense, 1 sparse
 *   not used      3
 *   cardinality   8   as last estimated, lowest byte first; the highest bit says that it is out of date
 *   registers         see {@link DenseRegisters} and {@link SparseRegisters}
 * </pre>
 *
 * <p>A client may write such a string itself, with any registers: a sparse one may tell of too many
 * or too few, and every reader must see to that.
 */
final class HyperLogLog {
  static final int HEADER_BYTES = 16;
  static final int REGISTER_BITS = 14;
  static final int REGISTERS = 1 << REGISTER_BITS;
  static final int DENSE_BYTES = HEADER_BYTES + DenseRegisters.BYTES;

  static final CommandException CORRUPT =
      new CommandException("INVALIDOBJ Corrupted HLL object detected");

  private static final CommandException NONE =
      new CommandException("WRONGTYPE Key is not a valid HyperLogLog string value.");

  private static final long MAGIC = 'H' | 'Y' << 8 | 'L' << 16 | 'L' << 24;
  private static final int ENCODING_AT = 4;
  private static final int CARDINALITY_AT = 8;
  private static final byte DENSE = 0;
  private static final byte SPARSE = 1;

  private HyperLogLog() {}

  /**
   * Refuses a string that is no HyperLogLog by its header, or whose length is not that of a dense
   * one.
   */
  static void check(Slice value) {
    if (value.length() < HEADER_BYTES
        || (value.longAt(0) & 0xFFFF_FFFFL) != MAGIC
        || value.at(ENCODING_AT) < DENSE
        || value.at(ENCODING_AT) > SPARSE
        || isDense(value) && value.length() != DENSE_BYTES) {
      throw NONE;
    }
  }

  /** The bytes of one that has seen nothing. */
  static byte[] empty() {
    byte[] bytes = new byte[HEADER_BYTES + 2];
    for (int i = 0; i < ENCODING_AT; i++) {
      bytes[i] = (byte) (MAGIC >>> (i << 3));
    }
    bytes[ENCODING_AT] = SPARSE;
    bytes[HEADER_BYTES] = 0x7F;
    bytes[HEADER_BYTES + 1] = (byte) 0xFF;
    return bytes;
  }

  static boolean isDense(Slice value) {
    return value.at(ENCODING_AT) == DENSE;
  }

  static void becomeDense(Slice value) {
    value.segment().set(JAVA_BYTE, value.offset() + ENCODING_AT, DENSE);
  }

  /** The cardinality as last estimated; negative where it is out of date. */
  static long cardinality(Slice value) {
    return value.longAt(CARDINALITY_AT);
  }

  static void cardinality(Slice value, long estimate) {
    value.segment().set(JAVA_LONG_UNALIGNED, value.offset() + CARDINALITY_AT, estimate);
  }

  /** Says that the cardinality is out of date. */
  static void outdate(Slice value) {
    cardinality(value, cardinality(value) | Long.MIN_VALUE);
  }
}
