package io.jacinth.engine.value;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/** Shows the nodes of a list as they were at one instant. Used under the partition's lock. */
final class NodeWalk extends BlockWalk {
  private final SlabAllocator slabs;
  private final ElementSink sink;
  private final Listpack list = new Listpack();
  private final Slice view = new Slice();

  /** Makes this the instant. */
  NodeWalk(ListChain chain, SlabAllocator slabs, ElementSink sink) {
    super(slabs, blocks(chain), chain::endWalk);
    this.slabs = slabs;
    this.sink = sink;
  }

  private static long[] blocks(ListChain chain) {
    long[] blocks = new long[chain.nodes()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = chain.block(i);
    }
    return blocks;
  }

  @Override
  protected void show(int index, long block) {
    ListChain.open(slabs, block, list);
    sink.node(view.set(list.segment(), list.offset(), list.bytes()));
  }

  @Override
  protected long copyOf(long block) {
    ListChain.open(slabs, block, list);
    int bytes = list.bytes();
    long copy = slabs.allocate(ListChain.HEAD + bytes);
    MemorySegment segment = slabs.segment(copy);
    ListChain.begin(segment, SlabAllocator.offset(copy), ListChain.HEAD);
    MemorySegment.copy(
        list.segment(), list.offset(), segment, SlabAllocator.offset(copy) + ListChain.HEAD, bytes);
    return copy;
  }
}
