package io.jacinth.engine.value.stream;

import io.jacinth.engine.value.BlockWalk;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Shows the nodes of a stream as they were at one instant, with the ids that they began with, 16
 * bytes a node more. Used under the partition's lock.
 */
final class StreamWalk extends BlockWalk {
  private final SlabAllocator slabs;
  private final ElementSink sink;
  private final long[] millis;
  private final long[] sequences;
  private final Slice view = new Slice();

  /** Makes this the instant. */
  StreamWalk(Stream stream, ElementSink sink) {
    super(stream.slabs(), blocks(stream.nodes()), stream::endWalk);
    this.slabs = stream.slabs();
    this.sink = sink;
    NodeDirectory nodes = stream.nodes();
    this.millis = new long[nodes.size()];
    this.sequences = new long[millis.length];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = nodes.millis(i);
      sequences[i] = nodes.sequence(i);
    }
  }

  private static long[] blocks(NodeDirectory nodes) {
    long[] blocks = new long[nodes.size()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = nodes.ref(i);
    }
    return blocks;
  }

  @Override
  protected void show(int index, long block) {
    MemorySegment segment = slabs.segment(block);
    long at = SlabAllocator.offset(block);
    sink.streamNode(
        millis[index], sequences[index], view.set(segment, at, Listpack.bytes(segment, at)));
  }

  @Override
  protected long copyOf(long block) {
    MemorySegment source = slabs.segment(block);
    long at = SlabAllocator.offset(block);
    int bytes = Listpack.bytes(source, at);
    long copy = slabs.allocate(bytes);
    MemorySegment.copy(source, at, slabs.segment(copy), SlabAllocator.offset(copy), bytes);
    return copy;
  }
}
