package io.jacinth.engine.value;

import io.jacinth.protocol.Slice;

/** A set as unions and intersections of sorted sets read it: every member has the score 1. */
public record EqualScores(SetValue set) implements ScoredMembers {
  @Override
  public long size() {
    return set.size();
  }

  @Override
  public boolean find(Slice member) {
    return set.contains(member);
  }

  @Override
  public double score() {
    return 1;
  }

  @Override
  public void forEach(Visitor visitor) {
    set.rewind();
    while (set.next()) {
      visitor.visit(set.member().bytes(), 1);
    }
  }
}
