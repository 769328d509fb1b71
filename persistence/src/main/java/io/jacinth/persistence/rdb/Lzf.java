package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The LZF compression of strings in RDB files (format of LibLZF, M. Lehmann): literal runs of up to
 * 32 bytes and references of up to 264 bytes to at most 8 KB back. Owned by one thread; the
 * compressor keeps its table.
 *
 * <pre>
 *   000lllll                     l + 1 literal bytes follow
 *   lllooooo oooooooo            copy l + 2 bytes from o + 1 back, l from 1 to 6
 *   111ooooo llllllll oooooooo   copy l + 9 bytes from o + 1 back
 * </pre>
 */
public final class Lzf {
  private static final int HASH_BITS = 14;
  private static final int MAX_LITERALS = 32;
  private static final int MAX_DISTANCE = 1 << 13;
  private static final int MAX_COPY = 264;

  /** Places in the source, counted on from text to text so that the table need not be cleared. */
  private final int[] table = new int[1 << HASH_BITS];

  /** What the current text's places are counted from. */
  private int base = MAX_DISTANCE + 1;

  /**
   * Compresses bytes into a target that has room for as many.
   *
   * @return the length of the result, or 0 where it would not be shorter by more than 4 bytes
   */
  public int compress(MemorySegment source, long offset, int length, MemorySegment target) {
    if (base + length + MAX_DISTANCE < 0) {
      Arrays.fill(table, 0);
      base = MAX_DISTANCE + 1;
    }
    int most = length - 4;
    int out = 0;
    int literals = 0;
    int in = 0;
    while (in < length) {
      int found = in + 3 < length ? candidate(source, offset, in) : -1;
      if (found < 0) {
        in++;
        if (++literals == MAX_LITERALS) {
          out = literals(source, offset + in - literals, literals, target, out, most);
          literals = 0;
        }
      } else {
        out = literals(source, offset + in - literals, literals, target, out, most);
        literals = 0;
        int copied = matchLength(source, offset, found, in, length);
        out = reference(in - found - 1, copied - 2, target, out, most);
        in += copied;
      }
      if (out < 0) {
        break;
      }
    }
    base += length;
    return Math.max(literals(source, offset + in - literals, literals, target, out, most), 0);
  }

  /** Where the three bytes at a place were seen before, near enough; -1: nowhere. */
  private int candidate(MemorySegment source, long offset, int in) {
    int bytes =
        (source.get(JAVA_BYTE, offset + in) & 0xFF) << 16
            | (source.get(JAVA_BYTE, offset + in + 1) & 0xFF) << 8
            | source.get(JAVA_BYTE, offset + in + 2) & 0xFF;
    int slot = bytes * 0x9E3779B1 >>> 32 - HASH_BITS;
    int found = table[slot] - base;
    table[slot] = base + in;
    return found >= 0
            && in - found <= MAX_DISTANCE
            && source.get(JAVA_BYTE, offset + found) == source.get(JAVA_BYTE, offset + in)
            && source.get(JAVA_BYTE, offset + found + 1) == source.get(JAVA_BYTE, offset + in + 1)
            && source.get(JAVA_BYTE, offset + found + 2) == source.get(JAVA_BYTE, offset + in + 2)
        ? found
        : -1;
  }

  private static int matchLength(MemorySegment source, long offset, int found, int in, int length) {
    int most = Math.min(MAX_COPY, length - in);
    int n = 3;
    while (n < most
        && source.get(JAVA_BYTE, offset + found + n) == source.get(JAVA_BYTE, offset + in + n)) {
      n++;
    }
    return n;
  }

  private static int literals(
      MemorySegment source, long from, int count, MemorySegment target, int out, int most) {
    if (count == 0 || out < 0) {
      return out;
    }
    if (out + 1 + count > most) {
      return -1;
    }
    target.set(JAVA_BYTE, out, (byte) (count - 1));
    MemorySegment.copy(source, from, target, out + 1L, count);
    return out + 1 + count;
  }

  private static int reference(int distance, int length, MemorySegment target, int out, int most) {
    if (out < 0 || out + 3 > most) {
      return -1;
    }
    int at = out;
    if (length < 7) {
      target.set(JAVA_BYTE, at++, (byte) (length << 5 | distance >>> 8));
    } else {
      target.set(JAVA_BYTE, at++, (byte) (7 << 5 | distance >>> 8));
      target.set(JAVA_BYTE, at++, (byte) (length - 7));
    }
    target.set(JAVA_BYTE, at++, (byte) distance);
    return at;
  }

  /**
   * Expands compressed bytes into exactly so many.
   *
   * @throws RdbException where the bytes make no sense or give another length
   */
  public static void expand(
      MemorySegment source, long offset, int length, MemorySegment target, int targetLength) {
    long in = offset;
    long end = offset + length;
    int out = 0;
    while (in < end) {
      int control = source.get(JAVA_BYTE, in++) & 0xFF;
      if (control < MAX_LITERALS) {
        int count = control + 1;
        check(in + count <= end && out + count <= targetLength);
        MemorySegment.copy(source, in, target, out, count);
        in += count;
        out += count;
      } else {
        int count = control >>> 5;
        if (count == 7) {
          check(in < end);
          count += source.get(JAVA_BYTE, in++) & 0xFF;
        }
        check(in < end);
        int from = out - ((control & 0x1F) << 8) - (source.get(JAVA_BYTE, in++) & 0xFF) - 1;
        count += 2;
        check(from >= 0 && out + count <= targetLength);
        for (int i = 0; i < count; i++) {
          target.set(JAVA_BYTE, out + i, target.get(JAVA_BYTE, from + i));
        }
        out += count;
      }
    }
    check(out == targetLength);
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new RdbException("a compressed string is broken");
    }
  }
}
