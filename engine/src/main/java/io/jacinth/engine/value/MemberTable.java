package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of blocks that are found by the member they hold: what large sets, hashes and sorted
 * sets are made of. Used under the partition's lock.
 *
 * <pre>
 *   prefix   of a fixed size, as the owner says (a score)
 *   length   1   0 to 254; 255: the length is in the next 4 bytes
 *   member
 *   payload  as the owner says (a value)
 * </pre>
 */
public final class MemberTable implements HashIndex.Entries<Slice> {
  private static final int WIDE = 255;

  private final SlabAllocator slabs;
  private final KeyHasher hasher;
  private final int prefixBytes;
  private final HashIndex<Slice> index;
  private final Slice view = new Slice();
  private @Nullable ElementWalk walk;
  private @Nullable TableJournal journal;

  /**
   * @param prefixBytes how much the owner keeps in front of each member
   */
  public MemberTable(SlabAllocator slabs, KeyHasher hasher, int prefixBytes) {
    this.slabs = slabs;
    this.hasher = hasher;
    this.prefixBytes = prefixBytes;
    this.index = new HashIndex<>(slabs, this);
  }

  @Override
  public boolean matches(long ref, Slice member) {
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + prefixBytes;
    int length = segment.get(JAVA_BYTE, at++) & 0xFF;
    if (length == WIDE) {
      length = segment.get(JAVA_INT_UNALIGNED, at);
      at += 4;
    }
    return length == member.length()
        && Slice.contentEquals(segment, at, member.segment(), member.offset(), length);
  }

  @Override
  public long hash(long ref) {
    return hash(member(ref, view));
  }

  /** The hash by which a member is found. */
  public long hash(Slice member) {
    return hasher.hash(member.segment(), member.offset(), member.length());
  }

  public SlabAllocator slabs() {
    return slabs;
  }

  public KeyHasher hasher() {
    return hasher;
  }

  /** Sets the walk that is to be told before anything changes; null: none. */
  void walk(@Nullable ElementWalk newWalk) {
    walk = newWalk;
  }

  /** Sets the journal that is to be told before anything changes; null: none. */
  void journal(@Nullable TableJournal newJournal) {
    journal = newJournal;
  }

  boolean isWalked() {
    return walk != null;
  }

  /** What a block holds is about to change, or to go. */
  void changing(long ref) {
    if (walk != null) {
      walk.preserve(ref);
    }
    if (journal != null) {
      journal.changing(ref);
    }
  }

  private void added(long ref) {
    if (walk != null) {
      walk.added(ref);
    }
    if (journal != null) {
      journal.added(ref);
    }
  }

  /** Number of members. */
  public long size() {
    return index.size();
  }

  /** The table, for walks: {@link HashIndex#scan}, {@link HashIndex#random}, … */
  public HashIndex<Slice> index() {
    return index;
  }

  /** The block of a member, 0 where there is none. */
  public long find(Slice member) {
    return index.find(hash(member), member);
  }

  /** The member that a block holds. */
  public Slice member(long ref, Slice into) {
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + prefixBytes;
    int length = segment.get(JAVA_BYTE, at) & 0xFF;
    return length < WIDE
        ? into.set(segment, at + 1, length)
        : into.set(segment, at + 5, segment.get(JAVA_INT_UNALIGNED, at + 1));
  }

  /** The bytes that a block needs for a member and so many bytes of payload. */
  public long bytesFor(int memberLength, long payloadBytes) {
    return prefixBytes + memberLength + (memberLength < WIDE ? 1L : 5L) + payloadBytes;
  }

  /** The distance of the payload from the beginning of its block. */
  public int payloadAt(int memberLength) {
    return prefixBytes + memberLength + (memberLength < WIDE ? 1 : 5);
  }

  /**
   * A new block with a member in it, not yet in the table; prefix and payload are to be written.
   */
  public long newBlock(Slice member, long payloadBytes) {
    int length = member.length();
    long ref = slabs.allocate(bytesFor(length, payloadBytes));
    MemorySegment segment = slabs.segment(ref);
    long at = SlabAllocator.offset(ref) + prefixBytes;
    if (length < WIDE) {
      segment.set(JAVA_BYTE, at, (byte) length);
      member.copyTo(segment, at + 1);
    } else {
      segment.set(JAVA_BYTE, at, (byte) WIDE);
      segment.set(JAVA_INT_UNALIGNED, at + 1, length);
      member.copyTo(segment, at + 5);
    }
    return ref;
  }

  /** Adds a member that, as the caller knows, is not there; answers its block. */
  public long add(Slice member, long payloadBytes) {
    long ref = newBlock(member, payloadBytes);
    try {
      index.insert(hash(member), ref);
    } catch (OutOfMemoryError refused) {
      slabs.free(ref);
      throw refused;
    }
    added(ref);
    return ref;
  }

  /** Adds a member unless it is there; answers its block, or 0 where it was there. */
  public long addIfAbsent(Slice member, long payloadBytes) {
    long hash = hash(member);
    if (index.find(hash, member) != 0) {
      return 0;
    }
    long ref = newBlock(member, payloadBytes);
    try {
      index.insert(hash, ref);
    } catch (OutOfMemoryError refused) {
      slabs.free(ref);
      throw refused;
    }
    added(ref);
    return ref;
  }

  /** Puts another block of the same member in the place of one, which is left to the caller. */
  public void replace(Slice member, long oldRef, long newRef) {
    changing(oldRef);
    index.replace(hash(member), oldRef, newRef);
  }

  /** Takes a block out of the table and frees it. The member must not lie in that block. */
  public void remove(Slice member, long ref) {
    changing(ref);
    index.remove(hash(member), ref);
    slabs.free(ref);
  }

  /** Takes a block out of the table and frees it. */
  public void remove(long ref) {
    changing(ref);
    index.remove(hash(ref), ref);
    slabs.free(ref);
  }

  /** A block drawn nearly uniformly; 0 where there is none. */
  public long random(long randomBits) {
    return index.random(randomBits);
  }

  /** Bytes of the table, without the blocks. */
  public long tableBytes() {
    return index.bytes();
  }

  /** Visits the blocks of all members, then those of the table. */
  public void forEachBlock(LongConsumer visitor) {
    index.forEach(visitor);
    index.forEachBlock(visitor);
  }

  /** Frees the members of so many buckets; true when nothing is left. */
  public boolean freeSome(int buckets) {
    return index.clearStep(buckets, slabs::free);
  }

  /** Verifies that every member is found. */
  public void check() {
    index.check();
  }
}
