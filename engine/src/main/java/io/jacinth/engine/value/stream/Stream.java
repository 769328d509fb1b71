package io.jacinth.engine.value.stream;

import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.GradualWalk;
import io.jacinth.engine.value.Structure;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What lies under the key of a stream: its nodes in order of their ids, its counters and its
 * groups. {@link StreamValue} works on it. Used under the partition's lock.
 */
public final class Stream extends Structure {
  /** Near enough what the objects of a stream take. */
  private static final int OBJECT_BYTES = 320;

  private final SlabAllocator slabs;
  private final NodeDirectory nodes;
  private final NamedRecords<StreamGroup> groups = new NamedRecords<>();
  private final StreamId last = new StreamId();
  private final StreamId first = new StreamId();
  private final StreamId maxDeleted = new StreamId();
  private long length;
  private long added;
  private long nodeBytes;
  private @Nullable StreamWalk walk;

  public Stream(SlabAllocator slabs) {
    this.slabs = slabs;
    this.nodes = new NodeDirectory(slabs);
  }

  SlabAllocator slabs() {
    return slabs;
  }

  NodeDirectory nodes() {
    return nodes;
  }

  NamedRecords<StreamGroup> groups() {
    return groups;
  }

  /** Number of entries. */
  public long length() {
    return length;
  }

  void length(long newLength) {
    length = newLength;
  }

  /** How many entries were ever added. */
  public long added() {
    return added;
  }

  void added(long newAdded) {
    added = newAdded;
  }

  /** The greatest id ever given out. */
  public StreamId last() {
    return last;
  }

  /** The id of the first entry; 0-0 where there is none. */
  public StreamId first() {
    return first;
  }

  /** The greatest id that XDEL ever deleted. */
  public StreamId maxDeleted() {
    return maxDeleted;
  }

  // ---------------------------------------------------------------- blocks of nodes

  /** A block for a node of so many bytes, with room to grow up to a bound. */
  long allocateNode(long bytes, long room) {
    long ref = slabs.allocate(Math.max(bytes, room));
    slabs.resized(ref, bytes);
    nodeBytes += slabs.capacity(ref);
    return ref;
  }

  void freeNode(long ref) {
    changing(ref);
    nodeBytes -= slabs.capacity(ref);
    slabs.free(ref);
  }

  /** What a block holds is about to change, or to go. */
  private void changing(long ref) {
    if (walk != null) {
      walk.preserve(ref);
    }
  }

  /**
   * Makes a node's block so large that so many bytes fit, and perhaps more; its new reference.
   * Comes before every change of what a node holds.
   */
  long growNode(int index, long bytes, long room) {
    long old = nodes.ref(index);
    changing(old);
    if (bytes > slabs.capacity(old)) {
      moveNode(index, allocateNode(bytes, room));
    } else {
      slabs.resized(old, bytes);
    }
    return nodes.ref(index);
  }

  /** Gives back what a node's block has beyond what the node needs. */
  void shrinkNode(int index) {
    long old = nodes.ref(index);
    int bytes = Listpack.bytes(slabs.segment(old), SlabAllocator.offset(old));
    if (SlabAllocator.sizeClassOf(bytes) < slabs.capacity(old)) {
      moveNode(index, allocateNode(bytes, bytes));
    }
  }

  private void moveNode(int index, long ref) {
    long old = nodes.ref(index);
    MemorySegment source = slabs.segment(old);
    long at = SlabAllocator.offset(old);
    MemorySegment.copy(
        source, at, slabs.segment(ref), SlabAllocator.offset(ref), Listpack.bytes(source, at));
    nodes.ref(index, ref);
    freeNode(old);
  }

  /** Takes a node with all its entries out. */
  void removeNode(int index) {
    long ref = nodes.ref(index);
    nodes.remove(index);
    freeNode(ref);
  }

  // ---------------------------------------------------------------- the structure

  /** Entries, and those that groups wait to hear of: what there is to free. */
  @Override
  public long size() {
    long size = length;
    for (int i = 0; i < groups.size(); i++) {
      size += groups.get(i).pending().size();
    }
    return size;
  }

  @Override
  public long bytes() {
    long bytes = OBJECT_BYTES + nodeBytes;
    if (nodes.block() != 0) {
      bytes += slabs.capacity(nodes.block());
    }
    for (int i = 0; i < groups.size(); i++) {
      bytes += groups.get(i).bytes();
    }
    return bytes;
  }

  @Override
  public String encodingName() {
    return "stream";
  }

  @Override
  public boolean isWalkable() {
    return true;
  }

  @Override
  public boolean isWalked() {
    return walk != null;
  }

  @Override
  public GradualWalk walk(ElementSink sink) {
    StreamWalk begun = new StreamWalk(this, sink);
    walk = begun;
    return begun;
  }

  void endWalk() {
    walk = null;
  }

  @Override
  public Structure copy(SlabAllocator target) {
    Stream copy = new Stream(target);
    try {
      for (int i = 0; i < nodes.size(); i++) {
        copy.addCopy(slabs, nodes.ref(i), nodes.millis(i), nodes.sequence(i));
      }
      for (int i = 0; i < groups.size(); i++) {
        copy.groups.add(groups.get(i).copy(target));
      }
    } catch (OutOfMemoryError refused) {
      copy.freeAll();
      throw refused;
    }
    copy.last.set(last);
    copy.first.set(first);
    copy.maxDeleted.set(maxDeleted);
    copy.length = length;
    copy.added = added;
    return copy;
  }

  private void addCopy(SlabAllocator from, long source, long millis, long sequence) {
    MemorySegment segment = from.segment(source);
    long at = SlabAllocator.offset(source);
    int bytes = Listpack.bytes(segment, at);
    long ref = allocateNode(bytes, bytes);
    MemorySegment.copy(segment, at, slabs.segment(ref), SlabAllocator.offset(ref), bytes);
    addNode(ref, millis, sequence);
  }

  /** Enters a node behind all others; gives its block back where that fails. */
  void addNode(long ref, long millis, long sequence) {
    try {
      nodes.append(ref, millis, sequence);
    } catch (OutOfMemoryError refused) {
      freeNode(ref);
      throw refused;
    }
  }

  private void freeAll() {
    while (!freeSome(Integer.MAX_VALUE)) {}
  }

  @Override
  public boolean freeSome(int blocks) {
    int left = blocks;
    while (left > 0 && nodes.size() > 0) {
      int index = nodes.size() - 1;
      freeNode(nodes.ref(index));
      nodes.remove(index);
      left--;
    }
    while (left > 0 && groups.size() > 0) {
      StreamGroup group = groups.get(groups.size() - 1);
      if (!group.freeSome(left)) {
        return false;
      }
      groups.removeLast();
      left--;
    }
    return nodes.size() == 0 && groups.size() == 0;
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    if (nodes.block() != 0) {
      visitor.accept(nodes.block());
    }
    for (int i = 0; i < nodes.size(); i++) {
      visitor.accept(nodes.ref(i));
    }
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).forEachBlock(visitor);
    }
    if (walk != null) {
      walk.forEachBlock(visitor);
    }
  }

  @Override
  public void check() {
    StreamVerifier.verify(this);
  }
}
