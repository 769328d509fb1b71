package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;

/** Members with scores, as unions and intersections of sorted sets read their sources. */
public interface ScoredMembers {
  /** Sees members one by one; must not change the set. */
  interface Visitor {
    void visit(Slice member, double score);
  }

  /** Number of members. */
  long size();

  /** Goes to a member; false where there is none. */
  boolean find(Slice member);

  /** The score of the member gone to. */
  double score();

  /** Visits all members. */
  void forEach(Visitor visitor);
}
