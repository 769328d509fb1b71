package io.jacinth.engine.keyspace;

import io.jacinth.memory.LiveBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the blocks that an allocator in checking mode has given out with those that are reached
 * from the keyspaces: one that is not reached has leaked, one that is reached and not allocated was
 * freed too early. Also compares the bytes in use that both know of.
 */
final class BlockAudit implements Keyspace.BlockVisitor {
  private final Map<Long, Long> unreached = new HashMap<>();

  BlockAudit(List<LiveBlock> allocated) {
    for (LiveBlock block : allocated) {
      unreached.put(block.ref(), block.bytes());
    }
  }

  /**
   * Notes that a block is reached.
   *
   * @throws IllegalStateException where it is not allocated, was reached before, or has other bytes
   *     in use
   */
  @Override
  public void visit(long ref, long bytes) {
    Long allocated = unreached.remove(ref);
    if (allocated == null) {
      throw new IllegalStateException(
          "block " + Long.toHexString(ref) + " is reached twice, or is not allocated");
    }
    if (bytes != ALL && allocated != bytes) {
      throw new IllegalStateException(
          "block "
              + Long.toHexString(ref)
              + " has "
              + bytes
              + " bytes in use, its allocator knows of "
              + allocated);
    }
  }

  /**
   * Says that all that is reached has been visited.
   *
   * @throws IllegalStateException where a block was not
   */
  void end() {
    if (!unreached.isEmpty()) {
      throw new IllegalStateException(
          unreached.size() + " blocks have leaked, with their bytes: " + unreached);
    }
  }
}
