package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;

/** Is shown the elements of a large collection one by one; the views are valid during the call. */
public interface ElementSink {
  /** A member of a set. */
  void member(Slice member);

  /** A member of a sorted set. */
  void scored(Slice member, double score);

  /**
   * A field of a hash.
   *
   * @param deadlineMillis since 1970, or {@link HashValue#NO_DEADLINE}
   */
  void field(Slice field, Slice value, long deadlineMillis);

  /** The next node of a list, as a packed list. */
  void node(Slice node);

  /** The next node of a stream, as a packed list, and the id that it began with. */
  void streamNode(long millis, long sequence, Slice node);

  /** Whether more may be shown before what was is taken away. */
  boolean hasRoom();
}
