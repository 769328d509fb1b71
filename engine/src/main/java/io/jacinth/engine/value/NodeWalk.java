package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Shows the nodes of a list as they were at one instant, in their order. It notes at the beginning
 * which blocks they lie in, eight bytes a node; a block that is about to change or to be freed is
 * copied first, once, and shown from the copy. Copies are made of whatever block of the list
 * changes, shown before or not: whether it was would have to be asked for each change.
 *
 * <p>Used under the partition's lock.
 */
final class NodeWalk implements GradualWalk {
  private final ListChain chain;
  private final SlabAllocator slabs;
  private final ElementSink sink;
  private final long[] blocks;
  private final Map<Long, Long> copies = new HashMap<>();
  private final Listpack list = new Listpack();
  private final Slice view = new Slice();
  private int shown;

  /** Makes this the instant. */
  NodeWalk(ListChain chain, SlabAllocator slabs, ElementSink sink) {
    this.chain = chain;
    this.slabs = slabs;
    this.sink = sink;
    this.blocks = new long[chain.nodes()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = chain.block(i);
    }
  }

  @Override
  public boolean step() {
    if (shown < blocks.length) {
      long block = blocks[shown++];
      Long copy = copies.remove(block);
      show(copy == null ? block : copy);
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

  private void show(long block) {
    ListChain.open(slabs, block, list);
    sink.node(view.set(list.segment(), list.offset(), list.bytes()));
  }

  /** What a block holds is about to change, or to go. */
  void preserve(long block) {
    if (!copies.containsKey(block)) {
      ListChain.open(slabs, block, list);
      copies.put(block, copyOf(list));
    }
  }

  private long copyOf(Listpack source) {
    int bytes = source.bytes();
    long copy = slabs.allocate(ListChain.HEAD + bytes);
    MemorySegment segment = slabs.segment(copy);
    ListChain.begin(segment, SlabAllocator.offset(copy), ListChain.HEAD);
    MemorySegment.copy(
        source.segment(),
        source.offset(),
        segment,
        SlabAllocator.offset(copy) + ListChain.HEAD,
        bytes);
    return copy;
  }

  /** Visits the blocks that the walk has made. */
  void forEachBlock(LongConsumer visitor) {
    copies.values().forEach(visitor::accept);
  }

  @Override
  public void end() {
    chain.endWalk();
    forEachBlock(slabs::free);
    copies.clear();
  }
}
