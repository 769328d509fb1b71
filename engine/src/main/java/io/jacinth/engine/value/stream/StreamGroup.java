package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.CountedTree;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.memory.TreeCursor;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A group of consumers that share the entries of a stream: how far they have read, and which
 * entries were given to whom and not yet acknowledged. Used under the partition's lock.
 *
 * <p>A pending entry is a slot of five words: milliseconds and sequence of its id, when it was last
 * given out, how often, and the number of the consumer that has it. The consumer keeps its ids in a
 * tree of its own.
 */
public final class StreamGroup extends NamedRecord implements CountedTree.Order<StreamId> {
  /** Says that it is not known how many entries the group has read. */
  public static final long UNKNOWN = -1;

  private static final int DELIVERED_AT = 16;
  private static final int DELIVERIES_AT = 24;
  private static final int CONSUMER_AT = 32;

  /** Near enough what the objects of a group take. */
  private static final int OBJECT_BYTES = 320;

  private final CountedTree<StreamId> pending;
  private final NamedRecords<StreamConsumer> consumers = new NamedRecords<>();
  private final List<@Nullable StreamConsumer> byNumber = new ArrayList<>(2);
  private final StreamId last = new StreamId();
  private long entriesRead;

  /** What {@link #write} writes beside the id. */
  private long newDelivered;

  private long newDeliveries;
  private int newConsumer;

  StreamGroup(SlabAllocator slabs, Slice name) {
    super(slabs, name);
    this.pending = new CountedTree<>(slabs, this, 5, 2);
  }

  /** The id of the last entry given to a consumer. */
  public StreamId last() {
    return last;
  }

  /** How many of the stream's entries, from the first ever on, were read; or {@link #UNKNOWN}. */
  public long entriesRead() {
    return entriesRead;
  }

  public void entriesRead(long newEntriesRead) {
    entriesRead = newEntriesRead;
  }

  public NamedRecords<StreamConsumer> consumers() {
    return consumers;
  }

  CountedTree<StreamId> pending() {
    return pending;
  }

  /** How many entries no consumer has acknowledged. */
  public long pendingCount() {
    return pending.size();
  }

  // ---------------------------------------------------------------- slots

  @Override
  public int compare(StreamId probe, MemorySegment segment, long at) {
    return probe.compareTo(
        segment.get(JAVA_LONG_UNALIGNED, at), segment.get(JAVA_LONG_UNALIGNED, at + 8));
  }

  @Override
  public void write(StreamId probe, MemorySegment segment, long at) {
    segment.set(JAVA_LONG_UNALIGNED, at, probe.millis());
    segment.set(JAVA_LONG_UNALIGNED, at + 8, probe.sequence());
    segment.set(JAVA_LONG_UNALIGNED, at + DELIVERED_AT, newDelivered);
    segment.set(JAVA_LONG_UNALIGNED, at + DELIVERIES_AT, newDeliveries);
    segment.set(JAVA_LONG_UNALIGNED, at + CONSUMER_AT, newConsumer);
  }

  static long delivered(TreeCursor slot) {
    return slot.segment().get(JAVA_LONG_UNALIGNED, slot.offset() + DELIVERED_AT);
  }

  static long deliveries(TreeCursor slot) {
    return slot.segment().get(JAVA_LONG_UNALIGNED, slot.offset() + DELIVERIES_AT);
  }

  static int consumerNumber(TreeCursor slot) {
    return (int) slot.segment().get(JAVA_LONG_UNALIGNED, slot.offset() + CONSUMER_AT);
  }

  static void deliver(TreeCursor slot, long delivered, long deliveries) {
    slot.segment().set(JAVA_LONG_UNALIGNED, slot.offset() + DELIVERED_AT, delivered);
    slot.segment().set(JAVA_LONG_UNALIGNED, slot.offset() + DELIVERIES_AT, deliveries);
  }

  // ---------------------------------------------------------------- consumers

  /** A consumer of a new name. */
  public StreamConsumer addConsumer(Slice name, long nowMillis) {
    int count = byNumber.size();
    int number = consumers.size() == count ? count : byNumber.indexOf(null);
    return addConsumer(new StreamConsumer(slabs(), name, number, nowMillis));
  }

  private StreamConsumer addConsumer(StreamConsumer consumer) {
    while (byNumber.size() <= consumer.number()) {
      byNumber.add(null);
    }
    byNumber.set(consumer.number(), consumer);
    consumers.add(consumer);
    return consumer;
  }

  StreamConsumer consumer(int number) {
    StreamConsumer consumer = byNumber.get(number);
    if (consumer == null) {
      throw new IllegalStateException("no consumer has the number " + number);
    }
    return consumer;
  }

  /** Removes a consumer with all that it has not acknowledged; answers how much that was. */
  public long removeConsumer(StreamConsumer consumer) {
    long count = consumer.pendingCount();
    StreamId id = new StreamId();
    TreeCursor slot = new TreeCursor();
    for (boolean has = consumer.pending().findRank(0, slot); has; has = slot.next()) {
      pending.remove(PendingCursor.read(slot, id));
    }
    consumers.remove(consumer);
    byNumber.set(consumer.number(), null);
    free(consumer);
    return count;
  }

  private static void free(StreamConsumer consumer) {
    while (!consumer.pending().clearStep(Integer.MAX_VALUE)) {}
    consumer.freeName();
  }

  // ---------------------------------------------------------------- pending entries

  /** Notes that an entry is given to a consumer for the first time, whoever has had it before. */
  void pend(StreamId id, StreamConsumer consumer, long nowMillis, TreeCursor slot) {
    newDelivered = nowMillis;
    newDeliveries = 1;
    newConsumer = consumer.number();
    if (pending.insert(id)) {
      try {
        consumer.pending().insert(id);
      } catch (OutOfMemoryError refused) {
        pending.remove(id);
        throw refused;
      }
    } else {
      pending.find(id, slot);
      assign(id, slot, consumer);
      deliver(slot, nowMillis, 1);
    }
  }

  /** Gives the pending entry of a slot to a consumer. */
  void assign(StreamId id, TreeCursor slot, StreamConsumer consumer) {
    StreamConsumer owner = consumer(consumerNumber(slot));
    if (owner != consumer) {
      consumer.pending().insert(id);
      owner.pending().remove(id);
      slot.segment().set(JAVA_LONG_UNALIGNED, slot.offset() + CONSUMER_AT, consumer.number());
    }
  }

  /** Forgets that an entry is pending; false where it is not. */
  boolean acknowledge(StreamId id, TreeCursor slot) {
    if (!pending.find(id, slot)) {
      return false;
    }
    StreamConsumer owner = consumer(consumerNumber(slot));
    owner.pending().remove(id);
    pending.removeFound();
    return true;
  }

  // ---------------------------------------------------------------- memory

  long bytes() {
    long bytes = OBJECT_BYTES + nameBytes() + pending.bytes();
    for (int i = 0; i < consumers.size(); i++) {
      bytes += consumers.get(i).bytes();
    }
    return bytes;
  }

  /** Frees about so many blocks; true when all are. */
  boolean freeSome(int blocks) {
    if (!pending.clearStep(blocks)) {
      return false;
    }
    while (consumers.size() > 0) {
      StreamConsumer consumer = consumers.get(consumers.size() - 1);
      if (!consumer.pending().clearStep(blocks)) {
        return false;
      }
      consumer.freeName();
      consumers.removeLast();
    }
    freeName();
    return true;
  }

  @Override
  void forEachBlock(LongConsumer visitor) {
    super.forEachBlock(visitor);
    pending.forEachBlock(visitor);
    for (int i = 0; i < consumers.size(); i++) {
      consumers.get(i).forEachBlock(visitor);
    }
  }

  /** A copy in memory that may be another partition's; nothing is left of it where that fails. */
  StreamGroup copy(SlabAllocator target) {
    StreamGroup copy = new StreamGroup(target, name(new Slice()));
    try {
      copy.fill(this);
    } catch (OutOfMemoryError refused) {
      while (!copy.freeSome(Integer.MAX_VALUE)) {}
      throw refused;
    }
    return copy;
  }

  private void fill(StreamGroup source) {
    last.set(source.last);
    entriesRead = source.entriesRead;
    for (int i = 0; i < source.consumers.size(); i++) {
      StreamConsumer from = source.consumers.get(i);
      StreamConsumer to =
          new StreamConsumer(slabs(), from.name(new Slice()), from.number(), from.seenMillis());
      to.active(from.activeMillis());
      addConsumer(to);
    }
    StreamId id = new StreamId();
    TreeCursor from = new TreeCursor();
    for (boolean has = source.pending.findRank(0, from); has; has = from.next()) {
      newDelivered = delivered(from);
      newDeliveries = deliveries(from);
      newConsumer = consumerNumber(from);
      pending.insert(PendingCursor.read(from, id));
      consumer(newConsumer).pending().insert(id);
    }
  }
}
