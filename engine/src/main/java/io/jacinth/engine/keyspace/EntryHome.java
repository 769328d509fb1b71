package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.KeyHasher;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueHome;
import io.jacinth.memory.SlabAllocator;
import java.lang.foreign.MemorySegment;

/** Where a value is: what is read of an entry, however it was found. */
abstract class EntryHome implements ValueHome {
  /** The entry, as it is now. */
  abstract Entry entry();

  /** The keyspace that it belongs to. */
  abstract Keyspace keyspace();

  @Override
  public boolean exists() {
    return entry().exists();
  }

  @Override
  public Encoding encoding() {
    return entry().encoding();
  }

  @Override
  public MemorySegment segment() {
    return entry().segment();
  }

  @Override
  public long offset() {
    return entry().valueOffset();
  }

  @Override
  public Structure structure() {
    return keyspace().structures().get(entry().structure());
  }

  @Override
  public SlabAllocator slabs() {
    return keyspace().slabs();
  }

  @Override
  public KeyHasher hasher() {
    return keyspace().hasher();
  }
}
