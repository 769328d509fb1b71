package io.jacinth.engine.keyspace;

import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Collects the expired entries of a few buckets, so that they can be removed once the walk over the
 * index is done. Owned by one database view of one worker and reused.
 */
final class ExpiryScratch implements LongConsumer {
  private final Entry view = new Entry();
  private final Slice keyView = new Slice();
  private final Key key = new Key();
  private MemorySegment keyBytes = MemorySegment.NULL;
  private long[] refs = new long[64];
  private int found;
  private int seen;
  private long leftMillis;
  private long nowMillis;
  private SlabAllocator slabs;

  @SuppressWarnings("NullAway") // set by begin() before anything is collected
  ExpiryScratch() {
    this.slabs = null;
  }

  void begin(Keyspace keyspace, long now) {
    slabs = keyspace.slabs();
    nowMillis = now;
    found = 0;
    seen = 0;
    leftMillis = 0;
  }

  /** The times that the entries seen and not expired have left, added up. */
  long leftMillis() {
    return leftMillis;
  }

  @Override
  public void accept(long ref) {
    seen++;
    if (view.position(slabs, ref).deadlineMillis() <= nowMillis) {
      collect(ref);
    } else {
      leftMillis += view.deadlineMillis() - nowMillis;
    }
  }

  /** Collects an entry whether it has expired or not. */
  void collect(long ref) {
    if (found == refs.length) {
      refs = Arrays.copyOf(refs, found * 2);
    }
    refs[found++] = ref;
  }

  int found() {
    return found;
  }

  int seen() {
    return seen;
  }

  /** The key of an entry collected, over a copy of its bytes that outlives the entry. */
  Key key(int index, Partitions partitions) {
    Slice stored = view.position(slabs, refs[index]).key(keyView);
    if (stored.length() > keyBytes.byteSize()) {
      keyBytes = Arena.ofAuto().allocate(Math.max(256, stored.length() * 2L));
    }
    stored.copyTo(keyBytes, 0);
    key.set(keyView.set(keyBytes, 0, stored.length()), partitions);
    return key;
  }
}
