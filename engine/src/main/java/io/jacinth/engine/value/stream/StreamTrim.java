package io.jacinth.engine.value.stream;

/**
 * How far a stream is to be shortened at its head: to a number of entries, or to those from an id
 * on. Reused by its owner.
 */
public final class StreamTrim {
  private final StreamId leastId = new StreamId();
  private boolean isByLength;
  private boolean isById;
  private boolean isApproximate;
  private long mostEntries;
  private long limit;

  /** Nothing is to be trimmed. */
  public StreamTrim clear() {
    isByLength = false;
    isById = false;
    isApproximate = false;
    mostEntries = 0;
    limit = 0;
    leastId.setLeast();
    return this;
  }

  /** Whether there is anything to do. */
  public boolean isGiven() {
    return isByLength || isById;
  }

  /** So many entries are to be left. */
  public void toLength(long entries) {
    isByLength = true;
    mostEntries = entries;
  }

  /** What comes before {@link #leastId} is to go. */
  public void toId() {
    isById = true;
  }

  public StreamId leastId() {
    return leastId;
  }

  /** Whether only whole nodes are to go. */
  public boolean isApproximate() {
    return isApproximate;
  }

  public void approximate(boolean newApproximate) {
    isApproximate = newApproximate;
  }

  /** How many entries may go at most; 0: any number. */
  public void limit(long newLimit) {
    limit = newLimit;
  }

  /** Whether a stream of a length is short enough. */
  boolean isDone(long length) {
    return isByLength && length <= mostEntries;
  }

  boolean exceedsLimit(long entries) {
    return limit != 0 && entries > limit;
  }

  /** Whether a whole node may go. */
  boolean takesNode(long length, long entries, Node atItsLast) {
    return isByLength ? length - entries >= mostEntries : atItsLast.compareTo(leastId) < 0;
  }

  /** Whether an entry, the first in a stream of a length, may go. */
  boolean takesEntry(long length, Node entry) {
    return isByLength ? length > mostEntries : entry.compareTo(leastId) < 0;
  }
}
