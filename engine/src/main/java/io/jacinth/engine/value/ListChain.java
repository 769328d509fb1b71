package io.jacinth.engine.value;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A long list: a chain of nodes, each a packed list in a block of its own (after Redis's
 * quicklist), found through a {@link NodeRing}. Both ends grow and shrink in O(1), without an
 * object on the heap; an element is found by its index through sums of counts; a change in the
 * middle moves the bytes of one node.
 *
 * <pre>
 *   block   distance of the list from the block's beginning  4
 *           free
 *           packed list
 *           free
 * </pre>
 *
 * <p>A node takes at most as many bytes, with the block's head, as {@code list-max-listpack-size}
 * says, so that a full one fills its size class; a longer element is a node by itself. A node that
 * is added at an end gets the block of a full one, with the room on the side on which it grows;
 * once another comes behind it, its block is made to fit. What is removed from an end only moves
 * the end. A full node into which something is inserted is split in half; neighbours that have lost
 * so much that they fit together become one.
 *
 * <p>Used under the partition's lock.
 */
public final class ListChain extends Structure {
  static final int HEAD = 4;

  /** So many nodes, 32 MB of elements in most cases, are freed in less than half a millisecond. */
  private static final int FREED_AT_ONCE = 4096;

  /** Where the first element of a packed list stands. */
  private static final int FIRST = Listpack.EMPTY_BYTES - 1;

  private final SlabAllocator slabs;
  private NodeRing ring = new NodeRing();
  private final Listpack list = new Listpack();
  private long blockBytes;
  private int mostBytes;
  private int mostElements;
  private int insertedNode;
  private int insertedPosition;
  private @Nullable NodeWalk walk;
  private @Nullable ChainJournal changes;
  private @Nullable LongPredicate allows;

  ListChain(SlabAllocator slabs) {
    this.slabs = slabs;
  }

  /** Says how large nodes may be: the value of {@code list-max-listpack-size}. */
  ListChain within(long setting) {
    mostBytes = ListLimits.mostBytes(setting);
    mostElements = ListLimits.mostElements(setting);
    return this;
  }

  // ---------------------------------------------------------------- reading

  @Override
  public long size() {
    return ring.size();
  }

  @Override
  public long bytes() {
    return blockBytes + ring.bytes();
  }

  @Override
  public String encodingName() {
    return "quicklist";
  }

  /** Number of nodes. */
  public int nodes() {
    return ring.nodes();
  }

  /** Number of elements of a node. */
  int count(int node) {
    return ring.count(node);
  }

  /** A node's packed list; the same view at each call. */
  public Listpack open(int node) {
    return open(slabs, ring.ref(node), list);
  }

  /** Sets a view over the packed list in a block. */
  static Listpack open(SlabAllocator slabs, long ref, Listpack into) {
    MemorySegment segment = slabs.segment(ref);
    long offset = SlabAllocator.offset(ref);
    return into.set(segment, offset + segment.get(JAVA_INT_UNALIGNED, offset));
  }

  /** Says how far from its beginning a block's packed list begins. */
  static void begin(MemorySegment segment, long offset, long distance) {
    segment.set(JAVA_INT_UNALIGNED, offset, (int) distance);
  }

  /** The block that a node lies in. */
  long block(int node) {
    return ring.ref(node);
  }

  /** The node of the element at an index, whose number in it is then {@link #rest}. */
  int locate(long index) {
    return ring.locate(index);
  }

  int rest() {
    return ring.rest();
  }

  // ---------------------------------------------------------------- both ends

  void addFirst(Element element) {
    int need = element.packedBytes();
    if (ring.nodes() == 0 || !fits(0, need)) {
      newNode(0, roomFor(need), true);
      if (ring.nodes() > 2) {
        fit(1);
      }
    }
    makeRoomBefore(0, need);
    element.writeTo(list, FIRST);
  }

  void addLast(Element element) {
    int need = element.packedBytes();
    int last = ring.nodes() - 1;
    if (last < 0 || !fits(last, need)) {
      newNode(++last, roomFor(need), false);
      if (last > 1) {
        fit(last - 1);
      }
      open(last);
    }
    int end = list.end();
    makeRoom(last, end, end, need, 1);
    element.writeTo(list, end);
  }

  /** Takes a packed list over as the last node, whatever its size. */
  void addLast(Listpack packed) {
    int bytes = packed.bytes();
    int count = packed.count();
    int node = ring.nodes();
    newNode(node, HEAD + bytes, false);
    MemorySegment.copy(packed.segment(), packed.offset(), list.segment(), list.offset(), bytes);
    ring.add(node, count);
  }

  void dropFirst(long elements) {
    long left = elements;
    while (left > 0) {
      int count = ring.count(0);
      if (count <= left) {
        free(0);
      } else {
        remove(0, FIRST, open(0).skip(FIRST, (int) left), (int) left);
      }
      left -= count;
    }
  }

  void dropLast(long elements) {
    long left = elements;
    while (left > 0) {
      int last = ring.nodes() - 1;
      int count = ring.count(last);
      if (count <= left) {
        free(last);
      } else {
        int from = open(last).at(count - (int) left);
        remove(last, from, list.end(), (int) left);
      }
      left -= count;
    }
  }

  // ---------------------------------------------------------------- the middle

  /** Adds an element before a position of a node, or at its end. */
  void insert(int node, int position, Element element) {
    int need = element.packedBytes();
    if (fits(node, need)) {
      write(node, position, position, need, 1, element);
    } else if (position == FIRST) {
      insertBetween(node - 1, element, need);
    } else if (position == list.end()) {
      insertBetween(node, element, need);
    } else {
      int middle = middle();
      split(node, middle);
      if (position < middle) {
        insert(node, position, element);
      } else if (position == middle) {
        insertBetween(node, element, need);
      } else {
        insert(node + 1, position - middle + FIRST, element);
      }
    }
  }

  /** Adds an element between a node and the next: to either, if that has room, or by itself. */
  private void insertBetween(int node, Element element, int need) {
    if (node >= 0 && fits(node, need)) {
      int end = list.end();
      write(node, end, end, need, 1, element);
    } else if (node + 1 < ring.nodes() && fits(node + 1, need)) {
      write(node + 1, FIRST, FIRST, need, 1, element);
    } else {
      newNode(node + 1, HEAD + Listpack.EMPTY_BYTES + need, false);
      write(node + 1, FIRST, FIRST, need, 1, element);
    }
  }

  private void write(int node, int from, int to, int need, int more, Element element) {
    if (from == FIRST && to == FIRST && ring.count(node) > 0) {
      makeRoomBefore(node, need);
    } else {
      makeRoom(node, from, to, need, more);
    }
    element.writeTo(list, from);
    insertedNode = node;
    insertedPosition = from;
  }

  /** Puts an element in the place of the one at a position of a node. */
  void replace(int node, int position, Element element) {
    int need = element.packedBytes();
    int end = open(node).after(position);
    int bytes = HEAD + list.bytes() - (end - position) + need;
    if (bytes <= mostBytes || ring.count(node) == 1) {
      write(node, position, end, need, 0, element);
      settle(node);
      return;
    }
    insert(node, position, element);
    int next = open(insertedNode).next(insertedPosition);
    int nextNode = next == 0 ? insertedNode + 1 : insertedNode;
    int nextPosition = next == 0 ? FIRST : next;
    remove(nextNode, nextPosition, open(nextNode).after(nextPosition), 1);
    if (ring.count(nextNode) == 0) {
      free(nextNode);
    } else {
      settle(nextNode);
    }
  }

  /**
   * Removes what stands between two positions of a node, which may then be left without elements:
   * {@link #settle} sees to that.
   */
  void remove(int node, int from, int to, int elements) {
    own(node);
    if (from == FIRST) {
      moveBeginning(node, to - from, -elements);
    } else {
      changing(ring.ref(node));
      open(node).makeRoom(from, to, 0, -elements);
      ring.add(node, -elements);
    }
  }

  /**
   * Frees a node that has become empty, or unites it with a neighbour; true if there is one less.
   */
  boolean settle(int node) {
    if (ring.count(node) == 0) {
      free(node);
      return true;
    }
    if (node > 0 && isUnited(node - 1) || node + 1 < ring.nodes() && isUnited(node)) {
      return true;
    }
    long capacity = slabs.capacity(ring.ref(node));
    if (node > 0
        && node + 1 < ring.nodes()
        && HEAD + open(node).bytes() < capacity - capacity / 4) {
      fit(node);
    }
    return false;
  }

  // ---------------------------------------------------------------- nodes

  /** Whether a node may take so many bytes more as one element; opens it. */
  private boolean fits(int node, int need) {
    return HEAD + open(node).bytes() + need <= mostBytes && ring.count(node) < mostElements;
  }

  /** The block for a new node at an end: that of a full one, or for a single long element. */
  private long roomFor(int need) {
    long one = HEAD + Listpack.EMPTY_BYTES + (long) need;
    if (one + need > mostBytes) {
      return one;
    }
    return Math.min(mostBytes, HEAD + Listpack.EMPTY_BYTES + (long) need * mostElements);
  }

  /** Puts an empty node before the one of a number, and opens it. */
  private void newNode(int node, long bytes, boolean growsAtFront) {
    ring.reserve();
    long ref = allocate(bytes);
    long start = growsAtFront ? slabs.capacity(ref) - Listpack.EMPTY_BYTES : HEAD;
    MemorySegment segment = slabs.segment(ref);
    begin(segment, SlabAllocator.offset(ref), start);
    Listpack.format(segment, SlabAllocator.offset(ref) + start);
    ring.insert(node, ref);
    open(node);
  }

  private long allocate(long bytes) {
    long capacity = SlabAllocator.sizeClassOf(bytes);
    long ref = slabs.allocate(capacity);
    blockBytes += capacity;
    if (changes != null) {
      changes.allocated(ref);
    }
    return ref;
  }

  private void release(long ref) {
    changing(ref);
    blockBytes -= slabs.capacity(ref);
    if (changes == null || changes.released(ref)) {
      slabs.free(ref);
    }
  }

  // ---------------------------------------------------------------- a way back

  @Override
  public @Nullable Journal beginJournal(LongPredicate newAllows) {
    changes = new ChainJournal(this, ring.copy());
    allows = newAllows;
    return journal(changes);
  }

  /** Gives a node that is about to change a block of its own, where the old one is to be kept. */
  private void own(int node) {
    if (changes != null && allows != null) {
      long old = ring.ref(node);
      long capacity = slabs.capacity(old);
      if (!changes.isFresh(old) && allows.test(capacity)) {
        long ref = allocate(capacity);
        open(node);
        copyTo(slabs, ref, list.offset() - SlabAllocator.offset(old));
        ring.ref(node, ref);
        release(old);
      }
    }
  }

  /** Goes back to the nodes of before. */
  void become(NodeRing before, Collection<Long> fresh) {
    changes = null;
    fresh.forEach(slabs::free);
    ring = before;
    blockBytes = 0;
    for (int node = 0; node < ring.nodes(); node++) {
      blockBytes += slabs.capacity(ring.ref(node));
    }
  }

  /** Frees blocks that were kept. */
  void free(Collection<Long> kept) {
    changes = null;
    kept.forEach(slabs::free);
  }

  // ---------------------------------------------------------------- within a node

  private void free(int node) {
    release(ring.ref(node));
    ring.remove(node);
  }

  /** As {@link Listpack#makeRoom} for a node, which it opens. */
  private void makeRoom(int node, int from, int to, int bytes, int elements) {
    own(node);
    changing(ring.ref(node));
    open(node);
    ensureRoom(node, bytes - (to - from), false);
    list.makeRoom(from, to, bytes, elements);
    ring.add(node, elements);
  }

  /** Makes room for a first element of a node, which it opens. */
  private void makeRoomBefore(int node, int bytes) {
    own(node);
    changing(ring.ref(node));
    open(node);
    ensureRoom(node, bytes, true);
    moveBeginning(node, -bytes, 1);
  }

  private void moveBeginning(int node, int bytes, int elements) {
    changing(ring.ref(node));
    open(node).moveBeginning(bytes, elements);
    start(node, list.offset());
    ring.add(node, elements);
  }

  private void start(int node, long listOffset) {
    long offset = SlabAllocator.offset(ring.ref(node));
    begin(list.segment(), offset, listOffset - offset);
  }

  /** Sees to it that an open node has so many bytes free before it, or else behind it. */
  private void ensureRoom(int node, int more, boolean before) {
    long ref = ring.ref(node);
    long capacity = slabs.capacity(ref);
    long start = list.offset() - SlabAllocator.offset(ref);
    long total = list.bytes();
    long room = before ? start - HEAD : capacity - start - total;
    if (room >= more) {
      return;
    }
    long free = capacity - HEAD - total;
    if (free < more) {
      rebuild(node, HEAD + total + more, before);
      return;
    }
    long spare = ring.nodes() == 1 ? (free - more) / 2 : 0;
    moveTo(node, before ? HEAD + free - spare : HEAD + spare);
  }

  /** Moves an open node's list within its block. */
  private void moveTo(int node, long start) {
    long target = SlabAllocator.offset(ring.ref(node)) + start;
    MemorySegment segment = list.segment();
    MemorySegment.copy(segment, list.offset(), segment, target, list.bytes());
    start(node, target);
    list.set(segment, target);
  }

  /** Moves an open node to a block for so many bytes, its list to the block's end or beginning. */
  private void rebuild(int node, long bytes, boolean atEnd) {
    long old = ring.ref(node);
    long ref = allocate(bytes);
    int total = list.bytes();
    long start = atEnd ? slabs.capacity(ref) - total : HEAD;
    copyTo(slabs, ref, start);
    ring.ref(node, ref);
    release(old);
    open(node);
  }

  /** Copies the open node's list to a place in a block. */
  private void copyTo(SlabAllocator target, long ref, long start) {
    MemorySegment segment = target.segment(ref);
    long offset = SlabAllocator.offset(ref);
    begin(segment, offset, start);
    MemorySegment.copy(list.segment(), list.offset(), segment, offset + start, list.bytes());
  }

  /** Gives a node the smallest block that holds it; where there is none, it keeps its own. */
  private void fit(int node) {
    long bytes = HEAD + (long) open(node).bytes();
    if (SlabAllocator.sizeClassOf(bytes) < slabs.capacity(ring.ref(node))) {
      isRebuilt(node, bytes);
    }
  }

  /** Moves an open node to another block; false where there is no memory for it. */
  private boolean isRebuilt(int node, long bytes) {
    try {
      rebuild(node, bytes, false);
      return true;
    } catch (OutOfMemoryError refused) {
      return false;
    }
  }

  /** The position at which the open node, which has two elements or more, falls in two halves. */
  private int middle() {
    int half = list.bytes() / 2;
    int position = list.after(FIRST);
    while (position < half) {
      position = list.after(position);
    }
    return position == list.end() ? list.last() : position;
  }

  /** Makes what stands from a position of an open node on a node of its own, behind it. */
  private void split(int node, int position) {
    int moved = list.end() - position;
    int elements = 0;
    for (int at = position; at != list.end(); at = list.after(at)) {
      elements++;
    }
    newNode(node + 1, HEAD + Listpack.EMPTY_BYTES + (long) moved, false);
    appendFrom(node + 1, node, position, elements);
    remove(node, position, open(node).end(), elements);
    fit(node);
  }

  /** Adds to a node, whose block has room, what stands from a position of another on. */
  private void appendFrom(int node, int other, int position, int elements) {
    open(other);
    MemorySegment segment = list.segment();
    long from = list.offset() + position;
    int bytes = list.end() - position;
    int end = open(node).end();
    makeRoom(node, end, end, bytes, elements);
    MemorySegment.copy(segment, from, list.segment(), list.offset() + end, bytes);
  }

  /** Unites a node with the next where both together leave some room in one. */
  private boolean isUnited(int node) {
    long bytes = HEAD + (long) open(node).bytes();
    bytes += open(node + 1).bytes() - Listpack.EMPTY_BYTES;
    int count = ring.count(node + 1);
    if (bytes > mostBytes - mostBytes / 4 || ring.count(node) + count > mostElements) {
      return false;
    }
    open(node);
    if (!isRebuilt(node, bytes)) {
      return false;
    }
    appendFrom(node, node + 1, FIRST, count);
    free(node + 1);
    return true;
  }

  // ---------------------------------------------------------------- as a whole

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
    NodeWalk begun = new NodeWalk(this, slabs, sink);
    walk = begun;
    return begun;
  }

  void endWalk() {
    walk = null;
  }

  /** What a block holds is about to change, or to go. */
  private void changing(long ref) {
    if (walk != null) {
      walk.preserve(ref);
    }
  }

  @Override
  public Structure copy(SlabAllocator target) {
    ListChain copy = new ListChain(target);
    try {
      for (int node = 0; node < ring.nodes(); node++) {
        copy.addLast(open(node));
      }
    } catch (OutOfMemoryError refused) {
      while (!copy.freeSome(Integer.MAX_VALUE)) {}
      throw refused;
    }
    return copy;
  }

  @Override
  public boolean isFreedAtOnce() {
    return ring.nodes() <= FREED_AT_ONCE;
  }

  @Override
  public boolean freeSome(int blocks) {
    for (int i = 0; i < blocks && ring.nodes() > 0; i++) {
      free(ring.nodes() - 1);
    }
    return ring.nodes() == 0;
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    for (int node = 0; node < ring.nodes(); node++) {
      visitor.accept(ring.ref(node));
    }
    if (walk != null) {
      walk.forEachBlock(visitor);
    }
  }

  @Override
  public void check() {
    ring.check();
    long capacities = 0;
    for (int node = 0; node < ring.nodes(); node++) {
      long ref = ring.ref(node);
      long capacity = slabs.capacity(ref);
      capacities += capacity;
      open(node);
      long start = list.offset() - SlabAllocator.offset(ref);
      boolean isInside = start >= HEAD && start + list.bytes() <= capacity;
      if (!isInside
          || !Listpack.isSound(list.segment(), list.offset(), list.bytes())
          || list.isEmpty()
          || list.count() != ring.count(node)) {
        throw new IllegalStateException("node " + node + " of a list is broken");
      }
    }
    if (capacities != blockBytes) {
      throw new IllegalStateException("a list counts " + blockBytes + " bytes of " + capacities);
    }
  }
}
