package io.jacinth.engine.value;

import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A collection too large for one block: a small object on the heap, whose data lies in its
 * partition's slabs. Used under the partition's lock. Its key's entry names it by a number.
 */
public abstract class Structure {
  private static final int FREED_AT_ONCE = 256;

  private @Nullable Journal journal;

  /** Number of elements. */
  public abstract long size();

  /** Whether it has no element left but those whose deadlines have passed. */
  public boolean isEmpty(long nowMillis) {
    return size() == 0;
  }

  /** Bytes of all its blocks and, near enough, of itself. */
  public abstract long bytes();

  /** Whether elements may have deadlines of their own. */
  public boolean expiresElements() {
    return false;
  }

  /** The name in OBJECT ENCODING's reply. */
  public abstract String encodingName();

  /** A copy in memory that may be another partition's. */
  public abstract Structure copy(SlabAllocator slabs);

  /**
   * Frees about so many blocks; true when all are. Once begun it must be gone through with, and
   * nothing else may be done with the structure.
   */
  public abstract boolean freeSome(int blocks);

  /** Whether it is so soon freed that nothing is won by doing it in steps. */
  public boolean isFreedAtOnce() {
    return size() <= FREED_AT_ONCE;
  }

  /** Visits all its blocks. */
  public abstract void forEachBlock(LongConsumer visitor);

  /**
   * Verifies its invariants.
   *
   * @throws IllegalStateException saying what is broken
   */
  public abstract void check();

  /** The table of the elements, where a snapshot may go through them one by one; else null. */
  public @Nullable MemberTable members() {
    return null;
  }

  /** Whether a snapshot may go through it by and by. */
  public boolean isWalkable() {
    return members() != null;
  }

  /** Makes this the instant of a walk through what {@link #isWalkable}. */
  public GradualWalk walk(ElementSink sink) {
    return ElementWalk.begin(this, sink);
  }

  /** Whether such a walk is under way: then the structure must not be freed. */
  public boolean isWalked() {
    MemberTable members = members();
    return members != null && members.isWalked();
  }

  /** Shows the element in a block of {@link #members}. */
  void show(long ref, ElementSink sink) {
    throw new IllegalStateException("not gone through by element");
  }

  // ---------------------------------------------------------------- a way back

  /**
   * Makes this the instant to which the collection may have to go back; null where that cannot be
   * done but by a copy.
   *
   * @param allows asked before so many bytes are taken; where it refuses, there is no way back
   */
  public @Nullable Journal beginJournal(LongPredicate allows) {
    return null;
  }

  /** The journal that was begun and has not ended: then the structure must not be freed. */
  public final @Nullable Journal journal() {
    return journal;
  }

  /** Sets or, with null, ends the journal; answers it. */
  final @Nullable Journal journal(@Nullable Journal newJournal) {
    journal = newJournal;
    return newJournal;
  }

  /** Adds the element in a block of {@link #members} to another collection of the same kind. */
  void copyElement(long ref, Structure target) {
    throw new IllegalStateException("no journal is kept by element");
  }

  /** Makes a member what it is in another collection of the same kind, or removes it. */
  void restoreElement(Slice member, Structure source) {
    throw new IllegalStateException("no journal is kept by element");
  }

  /** The hash table in which the elements are found; null where there is none. */
  public @Nullable HashIndex<?> table() {
    return null;
  }
}
