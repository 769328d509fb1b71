package io.jacinth.engine.value.stream;

import io.jacinth.engine.config.EncodingSettings;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.ValueHome;
import io.jacinth.engine.value.ValueType;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.memory.TreeCursor;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The stream under a key, as commands see it: a movable view, reused with the key. It changes the
 * stream and says nothing to anybody; the command states the change once.
 */
public final class StreamValue {
  /** The most bytes that the fields and values of an entry may have together. */
  public static final long MAX_ENTRY_BYTES = 1L << 30;

  /** Says that it is not known what a group has yet to read. */
  public static final long UNKNOWN_LAG = Long.MIN_VALUE;

  /** Elements of a master entry, and of an entry of the same fields, besides fields and values. */
  private static final int MASTER_ELEMENTS = 4;

  private static final int SAME_FIELDS_ELEMENTS = 4;
  private static final int OTHER_FIELDS_ELEMENTS = 5;

  private static final int SMALL_BYTES = 1024;

  private final ValueHome home;
  private final StreamCursor cursor = new StreamCursor();
  private final PendingCursor pendingCursor = new PendingCursor();
  private final Node node = new Node();
  private final Element element = new Element();
  private final TreeCursor slot = new TreeCursor();
  private final StreamIdList found = new StreamIdList();
  private final StreamIdList gone = new StreamIdList();
  private final StreamId least = new StreamId().setLeast();
  private final StreamId greatest = new StreamId().setGreatest();
  private final StreamId edge = new StreamId();
  private @Nullable Stream stream;

  public StreamValue(ValueHome home) {
    this.home = home;
  }

  /** Looks where the stream is, if there is one. */
  public StreamValue open() {
    stream = home.exists() ? (Stream) home.structure() : null;
    return this;
  }

  public boolean exists() {
    return stream != null;
  }

  /** Puts an empty stream under the key, which must hold nothing. */
  public void create() {
    Stream created = new Stream(home.slabs());
    home.become(ValueType.STREAM, created);
    stream = created;
  }

  private Stream stream() {
    if (stream == null) {
      throw new IllegalStateException("there is no stream under the key");
    }
    return stream;
  }

  /** Number of entries. */
  public long length() {
    return stream().length();
  }

  /** How many entries were ever added. */
  public long added() {
    return stream().added();
  }

  /** The greatest id ever given out. */
  public StreamId last() {
    return stream().last();
  }

  /** The id of the first entry; 0-0 where there is none. */
  public StreamId first() {
    return stream().first();
  }

  /** The greatest id that XDEL ever deleted. */
  public StreamId maxDeleted() {
    return stream().maxDeleted();
  }

  /** Number of nodes. */
  public int nodeCount() {
    return stream().nodes().size();
  }

  /** How many nodes Redis's radix tree would have, with the ids of the stream's nodes in it. */
  public long radixNodes() {
    return RadixTreeShape.nodes(stream().nodes());
  }

  /** A walk over the entries. There is one at a time. */
  public StreamCursor entries() {
    cursor.open(stream());
    return cursor;
  }

  /** An empty list for ids that a command finds. */
  public StreamIdList found() {
    return found.clear();
  }

  /** Another empty list, for ids whose entries are gone. */
  public StreamIdList gone() {
    return gone.clear();
  }

  // ---------------------------------------------------------------- adding

  /**
   * The bytes that the fields and values of an entry have together.
   *
   * @param from the position of the first field
   */
  public static long textBytes(EntryFields words, int from) {
    long bytes = 0;
    for (int i = from; i < words.count(); i++) {
      bytes += words.argument(i).length();
    }
    return bytes;
  }

  /**
   * Completes the id of an entry that is to be added; false where it is not greater than all
   * before.
   *
   * @param isAuto whether it is to be made from the time, else as far as it is open
   */
  public boolean complete(StreamId id, boolean isAuto) {
    StreamId before = stream == null ? least : stream.last();
    if (isAuto) {
      id.set(home.nowMillis(), 0);
      return id.compareTo(before) > 0 && id.millis() != before.millis()
          || id.set(before).increment();
    }
    if (id.isOpen() && id.millis() == before.millis()) {
      if (before.sequence() == -1) {
        return false;
      }
      id.set(before.millis(), before.sequence() + 1);
    }
    return id.compareTo(before) > 0;
  }

  /**
   * Adds an entry behind all others, to a new stream where there is none.
   *
   * @param id a greater id than {@link #last}
   * @param from the position of the first field
   * @param textBytes what {@link #textBytes} says
   */
  public void add(StreamId id, EntryFields words, int from, long textBytes) {
    Stream old = stream;
    Stream to = old == null ? new Stream(home.slabs()) : old;
    add(to, id, words, from, textBytes);
    if (old == null) {
      home.become(ValueType.STREAM, to);
      stream = to;
    }
  }

  private void add(Stream to, StreamId id, EntryFields words, int from, long textBytes) {
    int tail = to.nodes().size() - 1;
    if (tail < 0) {
      addNode(to, id, words, from, 0);
    } else if (isFull(to, tail, textBytes)) {
      int room = node.list().bytes();
      to.shrinkNode(tail);
      addNode(to, id, words, from, room);
    } else {
      append(to, tail, id, words, from);
    }
    to.last().set(id);
    to.added(to.added() + 1);
    to.length(to.length() + 1);
    if (to.length() == 1) {
      to.first().set(id);
    }
  }

  private long mostNodeBytes() {
    long most = home.limits().streamNodeMaxBytes.value();
    return most == 0 || most > MAX_ENTRY_BYTES ? MAX_ENTRY_BYTES : most;
  }

  private boolean isFull(Stream to, int tail, long textBytes) {
    node.open(to.slabs(), to.nodes(), tail);
    if (node.list().bytes() + textBytes >= mostNodeBytes()) {
      return true;
    }
    EncodingSettings limits = home.limits();
    long most = limits.streamNodeMaxEntries.value();
    return most != 0 && node.live() + node.deleted() >= most;
  }

  /**
   * Begins a node with an entry.
   *
   * @param room how large it is likely to become: as the one before
   */
  private void addNode(Stream to, StreamId id, EntryFields words, int from, long room) {
    int pairs = (words.count() - from) / 2;
    int master = Listpack.bytesOf(1) + Listpack.bytesOf(0) + Listpack.bytesOf(pairs);
    master += Listpack.bytesOf(0) + packedBytes(words, from, 2);
    int entry = Listpack.bytesOf(Node.SAME_FIELDS) + 2 * Listpack.bytesOf(0);
    entry += packedBytes(words, from + 1, 2) + Listpack.bytesOf(pairs + 3L);
    int bytes = Listpack.EMPTY_BYTES + master + entry;
    long ref = to.allocateNode(bytes, room);
    to.addNode(ref, id.millis(), id.sequence());
    MemorySegment segment = to.slabs().segment(ref);
    Listpack.format(segment, SlabAllocator.offset(ref));
    Listpack list = node.list().set(segment, SlabAllocator.offset(ref));
    int at = list.end();
    list.makeRoom(at, at, master + entry, MASTER_ELEMENTS + pairs + SAME_FIELDS_ELEMENTS + pairs);
    at = list.write(at, 1);
    at = list.write(at, 0);
    at = list.write(at, pairs);
    at = write(list, at, words, from, 2);
    at = list.write(at, 0);
    at = list.write(at, Node.SAME_FIELDS);
    at = list.write(at, 0);
    at = list.write(at, 0);
    at = write(list, at, words, from + 1, 2);
    list.write(at, pairs + 3L);
  }

  /** Adds an entry to the last node, on which the view was opened. */
  private void append(Stream to, int tail, StreamId id, EntryFields words, int from) {
    int pairs = (words.count() - from) / 2;
    boolean isSame = hasFields(words, from, pairs);
    long millis = id.millis() - to.nodes().millis(tail);
    long sequence = id.sequence() - to.nodes().sequence(tail);
    int flags = isSame ? Node.SAME_FIELDS : 0;
    long before = isSame ? pairs + 3L : 2L * pairs + 4;
    int first = isSame ? from + 1 : from;
    int step = isSame ? 2 : 1;
    int bytes = Listpack.bytesOf(flags) + Listpack.bytesOf(millis) + Listpack.bytesOf(sequence);
    bytes += packedBytes(words, first, step) + Listpack.bytesOf(before);
    bytes += isSame ? 0 : Listpack.bytesOf(pairs);
    int elements = isSame ? SAME_FIELDS_ELEMENTS + pairs : OTHER_FIELDS_ELEMENTS + 2 * pairs;

    long live = node.live();
    int counting = Listpack.bytesOf(live + 1) - Listpack.bytesOf(live);
    int total = node.list().bytes() + bytes + counting;
    to.growNode(tail, total, Math.min(roomFor(total), mostNodeBytes()));
    Listpack list = node.open(to.slabs(), to.nodes(), tail).list();
    int at = list.end();
    list.makeRoom(at, at, bytes, elements);
    at = list.write(at, flags);
    at = list.write(at, millis);
    at = list.write(at, sequence);
    if (!isSame) {
      at = list.write(at, pairs);
    }
    at = write(list, at, words, first, step);
    list.write(at, before);
    node.countAdded();
  }

  /** A node grows by doubling while it is small, then by an eighth. */
  private static long roomFor(long bytes) {
    return bytes < SMALL_BYTES ? 2 * bytes : bytes + (bytes >> 3);
  }

  private boolean hasFields(EntryFields words, int from, int pairs) {
    if (node.masterFieldCount() != pairs) {
      return false;
    }
    int at = node.masterFields();
    for (int i = 0; i < pairs; i++) {
      if (!element.set(words.argument(from + 2 * i)).equalsAt(node.list(), at)) {
        return false;
      }
      at = node.list().after(at);
    }
    return true;
  }

  private int packedBytes(EntryFields words, int first, int step) {
    int bytes = 0;
    for (int i = first; i < words.count(); i += step) {
      bytes += element.set(words.argument(i)).packedBytes();
    }
    return bytes;
  }

  private int write(Listpack list, int position, EntryFields words, int first, int step) {
    int at = position;
    for (int i = first; i < words.count(); i += step) {
      at = element.set(words.argument(i)).writeTo(list, at);
    }
    return at;
  }

  // ---------------------------------------------------------------- deleting

  /** Deletes an entry, as XDEL does; false where there is none. */
  public boolean delete(StreamId id) {
    if (!remove(id)) {
      return false;
    }
    Stream from = stream();
    if (id.compareTo(from.maxDeleted()) > 0) {
      from.maxDeleted().set(id);
    }
    if (from.length() == 0 || id.compareTo(from.first()) == 0) {
      findFirst(from);
    }
    return true;
  }

  private boolean remove(StreamId id) {
    Stream from = stream();
    int index = from.nodes().floor(id.millis(), id.sequence());
    if (index < 0 || !goTo(from, index, id)) {
      return false;
    }
    if (node.live() == 1) {
      from.removeNode(index);
    } else {
      makeRoomToMark(from, index);
      goTo(from, index, id);
      node.markDeleted();
      node.countDeleted(1);
      settle(from, index);
    }
    from.length(from.length() - 1);
    return true;
  }

  private boolean goTo(Stream from, int index, StreamId id) {
    node.open(from.slabs(), from.nodes(), index);
    while (node.forward()) {
      int compared = node.compareTo(id);
      if (compared >= 0) {
        return compared == 0 && !node.isDeleted();
      }
    }
    return false;
  }

  /** Sees to it that the counts of a node may grow by some bytes. */
  private void makeRoomToMark(Stream in, int index) {
    node.open(in.slabs(), in.nodes(), index);
    long bytes = node.list().bytes() + (long) Node.MARKING_BYTES;
    in.growNode(index, bytes, bytes);
  }

  /** Tells the allocator how much of a node's block is in use. */
  private static void settle(Stream in, int index) {
    long ref = in.nodes().ref(index);
    MemorySegment segment = in.slabs().segment(ref);
    in.slabs().resized(ref, Listpack.bytes(segment, SlabAllocator.offset(ref)));
  }

  private void findFirst(Stream in) {
    if (in.length() == 0) {
      in.first().setLeast();
    } else if (entries().seek(least, greatest)) {
      in.first().set(cursor.id());
    }
  }

  /** The id of the last entry; 0-0 where there is none. */
  public StreamId lastEntry() {
    return entries().seek(least, greatest, true) ? edge.set(cursor.id()) : edge.setLeast();
  }

  // ---------------------------------------------------------------- trimming

  /** Deletes entries at the head; answers how many. */
  public long trim(StreamTrim trim) {
    Stream from = stream();
    long deleted = 0;
    while (from.nodes().size() > 0 && !trim.isDone(from.length())) {
      node.open(from.slabs(), from.nodes(), 0).rewindToEnd();
      long entries = node.live();
      if (trim.exceedsLimit(deleted + entries)) {
        break;
      }
      node.backward();
      if (!trim.takesNode(from.length(), entries, node)) {
        deleted += trim.isApproximate() ? 0 : trimNode(from, trim);
        break;
      }
      from.removeNode(0);
      from.length(from.length() - entries);
      deleted += entries;
    }
    if (deleted > 0) {
      findFirst(from);
    }
    return deleted;
  }

  private long trimNode(Stream from, StreamTrim trim) {
    makeRoomToMark(from, 0);
    node.open(from.slabs(), from.nodes(), 0);
    long marked = 0;
    while (node.forward() && trim.takesEntry(from.length() - marked, node)) {
      if (!node.isDeleted()) {
        node.markDeleted();
        marked++;
      }
    }
    node.countDeleted(marked);
    settle(from, 0);
    from.length(from.length() - marked);
    return marked;
  }

  /** The bytes of a block of entries, from 0, and the id of the first that it ever had. */
  public Slice node(int index, StreamId first, Slice into) {
    Stream from = stream();
    first.set(from.nodes().millis(index), from.nodes().sequence(index));
    Listpack list = node.open(from.slabs(), from.nodes(), index).list();
    return into.set(list.segment(), list.offset(), list.bytes());
  }

  // ---------------------------------------------------------------- counters

  /** Sets the greatest id given out (XSETID). */
  public void last(StreamId id) {
    stream().last().set(id);
  }

  /** Sets how many entries were ever added. */
  public void added(long entries) {
    stream().added(entries);
  }

  /** Sets the greatest id ever deleted. */
  public void maxDeleted(StreamId id) {
    stream().maxDeleted().set(id);
  }

  // ---------------------------------------------------------------- groups

  public NamedRecords<StreamGroup> groups() {
    return stream().groups();
  }

  /** The group of a name, or null. */
  public @Nullable StreamGroup group(Slice name) {
    return stream().groups().find(name);
  }

  /** A new group, whose name is not taken. */
  public StreamGroup addGroup(Slice name, StreamId last, long entriesRead) {
    StreamGroup group = new StreamGroup(home.slabs(), name);
    group.last().set(last);
    group.entriesRead(entriesRead);
    stream().groups().add(group);
    return group;
  }

  /** Removes a group with its consumers and all that is pending. */
  public void removeGroup(StreamGroup group) {
    stream().groups().remove(group);
    while (!group.freeSome(Integer.MAX_VALUE)) {}
  }

  /** A walk over pending entries. There is one at a time. */
  public PendingCursor pending(StreamGroup group, @Nullable StreamConsumer only) {
    return pendingCursor.open(group, only);
  }

  /** Notes that an entry is given to a consumer for the first time. */
  public void pend(StreamGroup group, StreamId id, StreamConsumer consumer) {
    group.pend(id, consumer, home.nowMillis(), slot);
  }

  /** Forgets that an entry is pending; false where it is not. */
  public boolean acknowledge(StreamGroup group, StreamId id) {
    return group.acknowledge(id, slot);
  }

  /** How often an entry was delivered; 0 where it is not pending. */
  public long deliveries(StreamGroup group, StreamId id) {
    return group.pending().find(id, slot) ? StreamGroup.deliveries(slot) : 0;
  }

  /**
   * Whether an entry, which exists, may be given to another consumer: it has been pending for long
   * enough, or is not pending and made so by force.
   */
  public boolean isClaimable(StreamGroup group, StreamId id, long minIdleMillis, boolean isForced) {
    return group.pending().find(id, slot)
        ? minIdleMillis == 0 || home.nowMillis() - StreamGroup.delivered(slot) >= minIdleMillis
        : isForced;
  }

  /**
   * Gives an entry to a consumer.
   *
   * @param deliveries how often it has been given out; below 0: as often as before
   * @param counts whether that is then once more
   */
  public void claim(
      StreamGroup group,
      StreamId id,
      StreamConsumer consumer,
      long deliveredMillis,
      long deliveries,
      boolean counts) {
    if (!group.pending().find(id, slot)) {
      group.pend(id, consumer, deliveredMillis, slot);
      group.pending().find(id, slot);
    }
    group.assign(id, slot, consumer);
    long before = StreamGroup.deliveries(slot);
    long now = deliveries >= 0 ? deliveries : before + (counts ? 1 : 0);
    StreamGroup.deliver(slot, deliveredMillis, now);
    consumer.active(home.nowMillis());
  }

  /** Moves a group on to an entry that is given out: its last id, and how many it has read. */
  public void advance(StreamGroup group, StreamId id) {
    if (id.compareTo(group.last()) <= 0) {
      return;
    }
    if (group.entriesRead() != StreamGroup.UNKNOWN && !hasTombstonesFrom(id)) {
      group.entriesRead(group.entriesRead() + 1);
    } else if (stream().added() != 0) {
      group.entriesRead(entriesUpTo(id));
    }
    group.last().set(id);
  }

  /** How many entries a group has yet to read, or {@link #UNKNOWN_LAG}. */
  public long lag(StreamGroup group) {
    long ever = stream().added();
    if (ever == 0) {
      return 0;
    }
    long read =
        group.entriesRead() != StreamGroup.UNKNOWN && !hasTombstonesFrom(group.last())
            ? group.entriesRead()
            : entriesUpTo(group.last());
    return read == StreamGroup.UNKNOWN ? UNKNOWN_LAG : ever - read;
  }

  /** Whether XDEL may have deleted entries at or behind an id. */
  private boolean hasTombstonesFrom(StreamId id) {
    Stream in = stream();
    return in.length() > 0
        && in.maxDeleted().compareTo(in.first()) >= 0
        && id.compareTo(in.maxDeleted()) <= 0;
  }

  /** How many entries were ever added up to an id; UNKNOWN where that cannot be told. */
  public long entriesUpTo(StreamId id) {
    Stream in = stream();
    if (in.added() == 0) {
      return 0;
    }
    int toLast = id.compareTo(in.last());
    if (in.length() == 0 && toLast <= 0) {
      return in.added();
    }
    if (toLast == 0) {
      return in.added();
    }
    if (toLast > 0) {
      return StreamGroup.UNKNOWN;
    }
    boolean isWhole = in.maxDeleted().isLeast() || in.maxDeleted().compareTo(in.first()) < 0;
    int toFirst = id.compareTo(in.first());
    if (!isWhole || toFirst > 0) {
      return StreamGroup.UNKNOWN;
    }
    return in.added() - in.length() + (toFirst == 0 ? 1 : 0);
  }
}
