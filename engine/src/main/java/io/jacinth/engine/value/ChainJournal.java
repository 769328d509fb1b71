package io.jacinth.engine.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The journal of a {@link ListChain}: its ring of nodes as it was, a word a node. The blocks that
 * were there stay as they were; a node that is about to change moves to a block of its own.
 */
final class ChainJournal extends Journal {
  private final ListChain chain;
  private final NodeRing before;

  /** The blocks that have come since. */
  private final Set<Long> fresh = new HashSet<>();

  /** The blocks of before that the chain does not use any more. */
  private final List<Long> left = new ArrayList<>();

  ChainJournal(ListChain chain, NodeRing before) {
    this.chain = chain;
    this.before = before;
  }

  /** Notes a block that the chain has taken. */
  void allocated(long ref) {
    fresh.add(ref);
  }

  /** Whether the chain may write into a block. */
  boolean isFresh(long ref) {
    return fresh.contains(ref);
  }

  /** The chain gives a block up; false where it is not to be freed. */
  boolean released(long ref) {
    if (fresh.remove(ref)) {
      return true;
    }
    left.add(ref);
    return false;
  }

  @Override
  public void rollBack() {
    chain.journal(null);
    chain.become(before, fresh);
  }

  @Override
  public void end() {
    chain.journal(null);
    chain.free(left);
  }
}
