package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Structure;
import io.jacinth.memory.SlabAllocator;
import java.util.function.LongConsumer;

/** Stands where a structure was that somebody has taken over. */
final class NoStructure extends Structure {
  static final NoStructure INSTANCE = new NoStructure();

  private NoStructure() {}

  @Override
  public long size() {
    return 0;
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public String encodingName() {
    return "none";
  }

  @Override
  public Structure copy(SlabAllocator slabs) {
    return this;
  }

  @Override
  public boolean freeSome(int blocks) {
    return true;
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {}

  @Override
  public void check() {}
}
