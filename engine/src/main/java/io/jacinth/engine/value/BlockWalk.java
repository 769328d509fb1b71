package io.jacinth.engine.value;

import io.jacinth.memory.SlabAllocator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Shows the blocks of a structure as they were at one instant, in their order. It is given at the
 * beginning where they lie, eight bytes a block; one that is about to change or to be freed is
 * copied first, once, and shown from the copy. Copies are made of whatever block of the structure
 * changes, shown before or not: whether it was would have to be asked for each change.
 *
 * <p>Used under the partition's lock.
 */
public abstract class BlockWalk implements GradualWalk {
  private final SlabAllocator slabs;
  private final long[] blocks;
  private final Runnable ended;
  private final Map<Long, Long> copies = new HashMap<>();
  private int shown;

  /**
   * Makes this the instant.
   *
   * @param blocks all blocks, in their order; kept
   * @param ended told when nothing has to be preserved any more
   */
  protected BlockWalk(SlabAllocator slabs, long[] blocks, Runnable ended) {
    this.slabs = slabs;
    this.blocks = blocks;
    this.ended = ended;
  }

  /**
   * Shows a block.
   *
   * @param index its place among those of the beginning
   * @param block where it, or its copy, lies
   */
  protected abstract void show(int index, long block);

  /** A block of the same content. */
  protected abstract long copyOf(long block);

  @Override
  public final boolean step() {
    if (shown < blocks.length) {
      long block = blocks[shown];
      Long copy = copies.remove(block);
      show(shown, copy == null ? block : copy);
      shown++;
      if (copy != null) {
        slabs.free(copy);
      }
    }
    if (shown < blocks.length) {
      return false;
    }
    end();
    return true;
  }

  /** What a block holds is about to change, or to go. */
  public final void preserve(long block) {
    if (!copies.containsKey(block)) {
      copies.put(block, copyOf(block));
    }
  }

  /** Visits the blocks that the walk has made. */
  public final void forEachBlock(LongConsumer visitor) {
    copies.values().forEach(visitor::accept);
  }

  @Override
  public final void end() {
    ended.run();
    forEachBlock(slabs::free);
    copies.clear();
  }
}
