package io.jacinth.commands.hyperloglog;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Changes a register of a sparse HyperLogLog, as Redis does, so that the bytes stay the same as
 * Redis's: the run that the register is in is split in up to three, then a few neighbours with the
 * same value are joined, from the run before it on.
 *
 * <p>That is worked out in a window of a call's memory; only then is the string resized, which may
 * fail for want of memory, and written.
 */
final class SparseEdit {
  /** How many runs are tried for joining. */
  private static final int JOINED_RUNS = 5;

  /** Joining never sees more than this of what follows the split run. */
  private static final int LOOKAHEAD = 16;

  private static final int WINDOW = RegisterArray.WINDOW_AT;

  /** Where the next search may begin: a run's place and its first register. */
  private static final int START_PLACE = RegisterArray.CURSOR_AT;

  private static final int START_REGISTER = START_PLACE + 8;

  /** What a search has found: the run, its first register, and the place of the run before. */
  private static final int FOUND_PLACE = START_PLACE + 16;

  private static final int FOUND_REGISTER = START_PLACE + 24;
  private static final int PREVIOUS_PLACE = START_PLACE + 32;

  /** What became of a register. */
  enum Outcome {
    UNCHANGED,
    CHANGED,
    /** It does not fit in the sparse form. */
    TOO_BIG,
    /** The runs end before it. */
    CORRUPT
  }

  private SparseEdit() {}

  /** Says that the next register may be anywhere, not only behind the last one. */
  static void forget(MemorySegment memory) {
    memory.set(JAVA_LONG, START_PLACE, HyperLogLog.HEADER_BYTES);
    memory.set(JAVA_LONG, START_REGISTER, 0);
  }

  /**
   * Makes a register at least so great.
   *
   * @param string the string under the key
   * @param mostBytes up to which size it may grow
   */
  static Outcome raise(
      Database database,
      Key key,
      Slice string,
      int register,
      int value,
      long mostBytes,
      MemorySegment memory) {
    if (value > SparseRegisters.MOST) {
      return Outcome.TOO_BIG;
    }
    find(string, register, memory);
    int at = (int) memory.get(JAVA_LONG, FOUND_PLACE);
    if (at >= string.length()) {
      return Outcome.CORRUPT;
    }
    int run = string.at(at) & 0xFF;
    if (SparseRegisters.isValues(run) && SparseRegisters.value(run) >= value) {
      return Outcome.UNCHANGED;
    }
    int from = (int) memory.get(JAVA_LONG, PREVIOUS_PLACE);
    int before = register - (int) memory.get(JAVA_LONG, FOUND_REGISTER);
    int after = SparseRegisters.registers(string, at) - 1 - before;
    int runEnd = copy(string, from, at, memory, WINDOW);
    int splitEnd = split(memory, runEnd, run, before, value, after);
    int growth = splitEnd - runEnd - SparseRegisters.bytes(run);
    if (growth > 0 && string.length() + growth > mostBytes) {
      return Outcome.TOO_BIG;
    }
    int next = at + SparseRegisters.bytes(run);
    if (next > string.length()) {
      next--;
      splitEnd--;
    }
    int rest = Math.min(string.length(), next + LOOKAHEAD);
    int windowEnd = join(memory, copy(string, next, rest, memory, splitEnd));
    replace(database, key, string, from, rest, windowEnd - WINDOW, memory);
    return Outcome.CHANGED;
  }

  /**
   * Finds the run that a register is in, or the end, and notes where it and the one before are.
   * Goes through short runs by eight while it can.
   */
  private static void find(Slice string, int register, MemorySegment memory) {
    int start = (int) memory.get(JAVA_LONG, START_PLACE);
    int first = (int) memory.get(JAVA_LONG, START_REGISTER);
    if (start > HyperLogLog.HEADER_BYTES
        && register < first + SparseRegisters.registers(string, start)) {
      start = HyperLogLog.HEADER_BYTES;
      first = 0;
    }
    int previous = start;
    int firstOfPrevious = first;
    int at = start;
    int length = string.length();
    MemorySegment segment = string.segment();
    long base = string.offset();
    while (at + Long.BYTES <= length) {
      long runs = segment.get(RunWord.LAYOUT, base + at);
      int count = RunWord.shortRuns(runs);
      long registers = RunWord.registers(runs);
      int end = first + RunWord.sum(registers) + count;
      if (register < end) {
        break;
      }
      if (count > 0) {
        previous = at + count - 1;
        firstOfPrevious = end - RunWord.last(registers, count);
        at += count;
        first = end;
      }
      if (count < Long.BYTES) {
        int second = at + 1 < length ? segment.get(JAVA_BYTE, base + at + 1) : 0;
        end += SparseRegisters.zeros(segment.get(JAVA_BYTE, base + at) & 0xFF, second);
        if (register < end) {
          break;
        }
        previous = at;
        firstOfPrevious = first;
        at += 2;
        first = end;
      }
    }
    while (at < length) {
      int run = segment.get(JAVA_BYTE, base + at) & 0xFF;
      int next = at + 1;
      int end = first;
      if (SparseRegisters.isValues(run)) {
        end += SparseRegisters.values(run);
      } else {
        end += SparseRegisters.zeros(run, next < length ? segment.get(JAVA_BYTE, base + next) : 0);
        next += run >>> 6;
      }
      if (register < end) {
        break;
      }
      previous = at;
      firstOfPrevious = first;
      at = next;
      first = end;
    }
    memory.set(JAVA_LONG, FOUND_PLACE, at);
    memory.set(JAVA_LONG, FOUND_REGISTER, first);
    memory.set(JAVA_LONG, PREVIOUS_PLACE, previous);
    memory.set(JAVA_LONG, START_PLACE, previous);
    memory.set(JAVA_LONG, START_REGISTER, firstOfPrevious);
  }

  private static int copy(Slice string, int from, int to, MemorySegment memory, int at) {
    Slice.copy(string.segment(), string.offset() + from, memory, at, to - from);
    return at + to - from;
  }

  /** Writes the runs that a run becomes when one register of it changes; answers their end. */
  private static int split(
      MemorySegment memory, int at, int run, int before, int value, int after) {
    int end = at;
    if (before > 0) {
      end = putSame(memory, end, run, before);
    }
    memory.set(JAVA_BYTE, end++, SparseRegisters.ofValues(value, 1));
    return after > 0 ? putSame(memory, end, run, after) : end;
  }

  /** Writes a run with the registers of another, but so many. */
  private static int putSame(MemorySegment memory, int at, int run, int count) {
    if (!SparseRegisters.isValues(run)) {
      return SparseRegisters.putZeros(memory, at, count);
    }
    memory.set(JAVA_BYTE, at, SparseRegisters.ofValues(SparseRegisters.value(run), count));
    return at + 1;
  }

  /** Joins neighbouring runs of the same value in the window; answers where it ends. */
  private static int join(MemorySegment memory, int windowEnd) {
    int end = windowEnd;
    int at = WINDOW;
    for (int tries = JOINED_RUNS; at < end && tries > 0; tries--) {
      int run = memory.get(JAVA_BYTE, at) & 0xFF;
      int next = at + 1 < end ? memory.get(JAVA_BYTE, at + 1L) & 0xFF : 0;
      if (SparseRegisters.isValues(run)
          && SparseRegisters.isValues(next)
          && SparseRegisters.value(run) == SparseRegisters.value(next)
          && SparseRegisters.values(run) + SparseRegisters.values(next)
              <= SparseRegisters.MOST_VALUES) {
        int joined = SparseRegisters.values(run) + SparseRegisters.values(next);
        Slice.copy(memory, at + 1L, memory, at, end - at - 1L);
        end--;
        memory.set(JAVA_BYTE, at, SparseRegisters.ofValues(SparseRegisters.value(run), joined));
      } else {
        at += SparseRegisters.bytes(run);
      }
    }
    return end;
  }

  /** Puts the window in the place of a part of the string. */
  private static void replace(
      Database database,
      Key key,
      Slice string,
      int from,
      int to,
      int windowBytes,
      MemorySegment memory) {
    int tail = string.length() - to;
    int newTo = from + windowBytes;
    if (newTo > to) {
      string.set(database.openString(key, newTo + tail));
      move(string, to, newTo, tail);
    } else if (newTo < to) {
      shrink(database, key, string, to, newTo, tail, memory);
    }
    Slice.copy(memory, WINDOW, string.segment(), string.offset() + from, windowBytes);
  }

  private static void move(Slice string, int from, int to, int length) {
    MemorySegment segment = string.segment();
    long at = string.offset();
    Slice.copy(segment, at + from, segment, at + to, length);
  }

  /** Takes bytes out of the string; one beyond the tail's room is never moved as it shrinks. */
  private static void shrink(
      Database database, Key key, Slice string, int from, int to, int tail, MemorySegment memory) {
    if (tail > RegisterArray.TAIL_BYTES) {
      move(string, from, to, tail);
      string.set(database.openString(key, to + tail));
      return;
    }
    copy(string, from, from + tail, memory, RegisterArray.TAIL_AT);
    string.set(database.openString(key, to + tail));
    Slice.copy(memory, RegisterArray.TAIL_AT, string.segment(), string.offset() + to, tail);
  }
}
