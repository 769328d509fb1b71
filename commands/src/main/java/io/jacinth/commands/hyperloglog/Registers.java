package io.jacinth.commands.hyperloglog;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/** The registers of the HyperLogLog under a key, whichever form they have. */
final class Registers {
  private static final Slice EMPTY = Slice.of(HyperLogLog.empty());

  private Registers() {}

  /** Memory for {@link RegisterArray}. */
  static MemorySegment memory(Call call) {
    return call.workspace(RegisterArray.BYTES);
  }

  /** Puts a HyperLogLog under a key that holds nothing. */
  static Slice create(Database database, Key key) {
    Slice string = database.openString(key, EMPTY.length());
    EMPTY.copyTo(string.segment(), string.offset());
    return string;
  }

  /**
   * Makes a register at least so great; true where it was less. What is under the key becomes dense
   * where it must.
   */
  static boolean raise(
      Call call, Key key, Slice string, int register, int value, MemorySegment memory) {
    if (HyperLogLog.isDense(string)) {
      return raiseDense(string, register, value);
    }
    long mostBytes = call.engine().settings().encodings.hllSparseMaxBytes.value();
    return switch (SparseEdit.raise(
        call.database(), key, string, register, value, mostBytes, memory)) {
      case UNCHANGED -> false;
      case CHANGED -> {
        HyperLogLog.outdate(string);
        yield true;
      }
      case TOO_BIG -> {
        becomeDense(call.database(), key, string, memory);
        yield raiseDense(string, register, value);
      }
      case CORRUPT -> throw HyperLogLog.CORRUPT;
    };
  }

  private static boolean raiseDense(Slice string, int register, int value) {
    return DenseRegisters.raise(string.segment(), registersAt(string), register, value);
  }

  private static long registersAt(Slice string) {
    return string.offset() + HyperLogLog.HEADER_BYTES;
  }

  /** Turns a sparse HyperLogLog into a dense one. */
  static void becomeDense(Database database, Key key, Slice string, MemorySegment memory) {
    int decodedAt = RegisterArray.DECODED_AT;
    memory.asSlice(decodedAt, HyperLogLog.REGISTERS).fill((byte) 0);
    if (!SparseRegisters.mergeInto(memory, decodedAt, string)) {
      throw HyperLogLog.CORRUPT;
    }
    string.set(database.openString(key, HyperLogLog.DENSE_BYTES));
    HyperLogLog.becomeDense(string);
    pack(memory, decodedAt, string);
  }

  /** Writes all registers of a dense HyperLogLog from an array of bytes. */
  static void pack(MemorySegment memory, int arrayAt, Slice string) {
    DenseRegisters.pack(memory, arrayAt, string.segment(), registersAt(string));
  }

  /** Adds the registers of a HyperLogLog to the union. */
  static void merge(Slice string, MemorySegment memory) {
    if (HyperLogLog.isDense(string)) {
      DenseRegisters.mergeInto(memory, string.segment(), registersAt(string));
    } else if (!SparseRegisters.mergeInto(memory, 0, string)) {
      throw HyperLogLog.CORRUPT;
    }
  }

  /** The cardinality that the registers of a HyperLogLog tell of. */
  static long estimate(Slice string, MemorySegment memory) {
    RegisterArray.clearHistogram(memory);
    if (HyperLogLog.isDense(string)) {
      DenseRegisters.count(memory, string.segment(), registersAt(string));
    } else if (!SparseRegisters.count(memory, string)) {
      throw HyperLogLog.CORRUPT;
    }
    return Estimate.of(memory);
  }
}
