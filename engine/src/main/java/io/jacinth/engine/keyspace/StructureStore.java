package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Journal;
import io.jacinth.engine.value.MemberTable;
import io.jacinth.engine.value.Structure;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The structures of one partition by number, so that an entry can name one in eight bytes, and
 * those that no entry names any more and that are still to be freed, a little at a time. Numbers
 * are used again. Used under the partition's lock.
 */
final class StructureStore {
  private static final int BLOCKS_A_STEP = 64;

  private @Nullable Structure[] table = new Structure[8];
  private int[] free = new int[8];
  private int freeCount;
  private int used;
  private final Deque<Structure> doomed = new ArrayDeque<>();

  /** Enters a structure and answers its number. */
  int add(Structure structure) {
    int number = freeCount > 0 ? free[--freeCount] : used++;
    if (number == table.length) {
      table = Arrays.copyOf(table, number * 2);
    }
    table[number] = structure;
    return number;
  }

  Structure get(int number) {
    Structure structure = table[number];
    if (structure == null) {
      throw new IllegalStateException("no structure has the number " + number);
    }
    return structure;
  }

  /** The table of members of a structure: a hint, read without the lock, or null. */
  @Nullable MemberTable glanceAtMembers(int number) {
    @Nullable Structure[] structures = table;
    Structure structure = number < structures.length ? structures[number] : null;
    return structure == null ? null : structure.members();
  }

  /** Lets a number name another structure; answers the one that it named. */
  Structure exchange(int number, Structure other) {
    Structure structure = get(number);
    table[number] = other;
    return structure;
  }

  /** Gives a number up; the structure itself is left alone. */
  Structure remove(int number) {
    Structure structure = get(number);
    table[number] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = number;
    return structure;
  }

  /** Number of structures that entries name. */
  int count() {
    return used - freeCount;
  }

  /**
   * Frees a structure that nothing names any more: now if it is small, else step by step; not while
   * somebody may want it back.
   */
  void doom(Structure structure) {
    Journal journal = structure.journal();
    if (journal != null) {
      journal.orphan();
      return;
    }
    if (!structure.isFreedAtOnce() || structure.isWalked()) {
      doomed.add(structure);
      return;
    }
    while (!structure.freeSome(BLOCKS_A_STEP)) {}
  }

  /** Whether something may be freed now: not what a snapshot has still to go through. */
  boolean hasDoomed() {
    Structure next = doomed.peek();
    return next != null && !next.isWalked();
  }

  int doomedCount() {
    return doomed.size();
  }

  /** Frees about so many blocks; answers how many structures are done with, 0 or 1. */
  int freeSome(int blocks) {
    Structure next = doomed.peek();
    if (next == null || next.isWalked() || !next.freeSome(blocks)) {
      return 0;
    }
    doomed.remove();
    return 1;
  }

  /**
   * Frees as many elements as a structure has that was just made, where so many are doomed: else
   * who replaces a large value over and over would be faster than the workers' cron.
   */
  void freeFor(Structure made) {
    long left = made.size();
    while (left > 0 && hasDoomed()) {
      Structure next = doomed.element();
      long before = next.size();
      freeSome(BLOCKS_A_STEP);
      left -= before - next.size();
    }
  }

  /** Verifies every structure and tells an audit of all blocks. */
  void check(Keyspace.BlockVisitor audit) {
    for (int i = 0; i < used; i++) {
      Structure structure = table[i];
      if (structure != null) {
        structure.check();
        structure.forEachBlock(ref -> audit.visit(ref, Keyspace.BlockVisitor.ALL));
      }
    }
    for (Structure structure : doomed) {
      structure.forEachBlock(ref -> audit.visit(ref, Keyspace.BlockVisitor.ALL));
    }
  }
}
