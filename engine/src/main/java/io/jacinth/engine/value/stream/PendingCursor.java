package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.TreeCursor;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the pending entries of a group, or of one of its consumers, in the order of their
 * ids. It is reused; valid until an entry is added to those pending, or taken from them. Belongs to
 * the view that made it.
 */
public final class PendingCursor {
  private final StreamId id = new StreamId();
  private final TreeCursor walk = new TreeCursor();
  private final TreeCursor ofGroup = new TreeCursor();
  private StreamGroup group;
  private @Nullable StreamConsumer only;

  @SuppressWarnings("NullAway") // open() sets the group before anything else
  PendingCursor() {}

  /** Goes before the entries of a group, or of one of its consumers alone. */
  public PendingCursor open(StreamGroup newGroup, @Nullable StreamConsumer consumer) {
    group = newGroup;
    only = consumer;
    ofGroup.leave();
    return this;
  }

  static StreamId read(TreeCursor slot, StreamId into) {
    return into.set(
        slot.segment().get(JAVA_LONG_UNALIGNED, slot.offset()),
        slot.segment().get(JAVA_LONG_UNALIGNED, slot.offset() + 8));
  }

  /** Goes to the first entry that has an id or a greater one; false where there is none. */
  public boolean seek(StreamId from) {
    boolean has =
        only == null ? group.pending().findFrom(from, walk) : only.pending().findFrom(from, walk);
    return enter(has);
  }

  /** Goes to the last entry; false where there is none. */
  public boolean seekLast() {
    return enter(group.pending().findRank(group.pending().size() - 1, walk));
  }

  /** Goes to the next entry; false where there is none. */
  public boolean next() {
    return enter(walk.next());
  }

  private boolean enter(boolean has) {
    if (has) {
      read(walk, id);
    }
    return has;
  }

  /**
   * What the group knows of the entry. One that a consumer walks over is looked for there, often
   * next to the one before.
   */
  private TreeCursor slot() {
    if (only == null) {
      return walk;
    }
    boolean isThere = ofGroup.isOnSlot() && (isAt(ofGroup) || (ofGroup.next() && isAt(ofGroup)));
    if (!isThere) {
      group.pending().find(id, ofGroup);
    }
    return ofGroup;
  }

  private boolean isAt(TreeCursor slot) {
    return group.compare(id, slot.segment(), slot.offset()) == 0;
  }

  /** The entry's id; a view that moves with the cursor. */
  public StreamId id() {
    return id;
  }

  /** Who has the entry. */
  public StreamConsumer consumer() {
    return group.consumer(StreamGroup.consumerNumber(slot()));
  }

  /** When it was last given out, in milliseconds since 1970. */
  public long deliveredMillis() {
    return StreamGroup.delivered(slot());
  }

  /** How often it was given out. */
  public long deliveries() {
    return StreamGroup.deliveries(slot());
  }

  /** Says when the entry was given out, and how often. */
  public void deliver(long millis, long deliveries) {
    StreamGroup.deliver(slot(), millis, deliveries);
  }

  /** Gives the entry to a consumer; only while the cursor walks over the whole group. */
  public void assign(StreamConsumer consumer) {
    group.assign(id, walk, consumer);
  }
}
