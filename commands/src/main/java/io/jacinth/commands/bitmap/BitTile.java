package io.jacinth.commands.bitmap;

import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * BITOP, a few thousand bytes at a time: each part of the result is worked out in memory that stays
 * in the processor's nearest cache and is then written in one go, so that every source is read once
 * and the target may be one of them. Sources that are shorter than the result go on with zeros.
 */
final class BitTile {
  /** Two of these, and a source's part, fit a cache of 32 KB. */
  static final int BYTES = 8 * 1024;

  /** What {@link #write} needs to work in. */
  static final int WORKSPACE = 2 * BYTES;

  private BitTile() {}

  /**
   * Writes the result of an operation.
   *
   * @param target as long as the longest source; may be one of them
   */
  static void write(
      BitOperation operation, Slice[] sources, int count, Slice target, MemorySegment workspace) {
    MemorySegment tile = workspace.asSlice(0, BYTES);
    MemorySegment twice = workspace.asSlice(BYTES, BYTES);
    int length = target.length();
    for (int at = 0; at < length; at += BYTES) {
      int part = Math.min(BYTES, length - at);
      combine(operation, sources, count, at, tile, twice, part);
      MemorySegment.copy(tile, 0, target.segment(), target.offset() + at, part);
    }
  }

  private static void combine(
      BitOperation operation,
      Slice[] sources,
      int count,
      int at,
      MemorySegment tile,
      MemorySegment twice,
      int length) {
    switch (operation) {
      case AND -> and(sources, count, at, tile, length);
      case OR -> or(sources, 0, count, at, tile, length);
      case XOR -> xor(sources, count, at, tile, length);
      case NOT -> {
        load(sources[0], at, tile, length);
        BitFold.not(tile, length);
      }
      case DIFF -> {
        or(sources, 1, count, at, tile, length);
        BitFold.not(tile, length);
        and(sources[0], at, tile, length);
      }
      case DIFF1 -> {
        or(sources, 1, count, at, tile, length);
        BitFold.andNot(
            tile, sources[0].segment(), sources[0].offset() + at, shared(sources[0], at, length));
      }
      case ANDOR -> {
        or(sources, 1, count, at, tile, length);
        and(sources[0], at, tile, length);
      }
      case ONE -> one(sources, count, at, tile, twice, length);
    }
  }

  /** How many bytes of a part a source has. */
  private static int shared(Slice source, int at, int length) {
    return Math.clamp((long) source.length() - at, 0, length);
  }

  private static void load(Slice source, int at, MemorySegment tile, int length) {
    int shared = shared(source, at, length);
    if (shared > 0) {
      MemorySegment.copy(source.segment(), source.offset() + at, tile, 0, shared);
    }
    clear(tile, shared, length);
  }

  private static void clear(MemorySegment tile, int from, int to) {
    if (from < to) {
      tile.asSlice(from, to - from).fill((byte) 0);
    }
  }

  private static void and(Slice source, int at, MemorySegment tile, int length) {
    int shared = shared(source, at, length);
    BitFold.and(tile, source.segment(), source.offset() + at, shared);
    clear(tile, shared, length);
  }

  private static void and(Slice[] sources, int count, int at, MemorySegment tile, int length) {
    load(sources[0], at, tile, length);
    for (int i = 1; i < count; i++) {
      and(sources[i], at, tile, length);
    }
  }

  private static void or(
      Slice[] sources, int first, int count, int at, MemorySegment tile, int length) {
    load(sources[first], at, tile, length);
    for (int i = first + 1; i < count; i++) {
      Slice source = sources[i];
      BitFold.or(tile, source.segment(), source.offset() + at, shared(source, at, length));
    }
  }

  private static void xor(Slice[] sources, int count, int at, MemorySegment tile, int length) {
    load(sources[0], at, tile, length);
    for (int i = 1; i < count; i++) {
      Slice source = sources[i];
      BitFold.xor(tile, source.segment(), source.offset() + at, shared(source, at, length));
    }
  }

  /** What is in an odd number of sources, without what was met a second time on the way. */
  private static void one(
      Slice[] sources, int count, int at, MemorySegment tile, MemorySegment twice, int length) {
    load(sources[0], at, tile, length);
    clear(twice, 0, length);
    for (int i = 1; i < count; i++) {
      Slice source = sources[i];
      int shared = shared(source, at, length);
      BitFold.both(twice, tile, source.segment(), source.offset() + at, shared);
      BitFold.xor(tile, source.segment(), source.offset() + at, shared);
    }
    BitFold.andNot(tile, twice, 0, length);
  }
}
