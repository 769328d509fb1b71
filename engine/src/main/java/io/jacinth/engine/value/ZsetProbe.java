package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;

/** What is sought in a large sorted set: a member with its score, or a bound. Reused. */
final class ZsetProbe {
  enum Kind {
    /** A member with its score. */
    MEMBER,
    /** Before or behind all members of a score. */
    SCORE_BOUND,
    /** Before or behind a member, where all have one score. */
    MEMBER_BOUND
  }

  Kind kind = Kind.MEMBER;
  long order;
  final Slice member = new Slice();

  /** The block of a member that is to be inserted. */
  long ref;

  /** How a bound compares with what it bounds: -1 before it, 1 behind it. */
  int bias;

  ZsetProbe member(double score, Slice newMember, long newRef) {
    kind = Kind.MEMBER;
    order = Scores.order(score);
    member.set(newMember);
    ref = newRef;
    return this;
  }

  ZsetProbe score(double score, boolean isBehind) {
    kind = Kind.SCORE_BOUND;
    order = Scores.order(score);
    bias = isBehind ? 1 : -1;
    return this;
  }

  ZsetProbe member(Slice bound, boolean isBehind) {
    kind = Kind.MEMBER_BOUND;
    member.set(bound);
    bias = isBehind ? 1 : -1;
    return this;
  }
}
