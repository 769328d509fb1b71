package io.jacinth.engine.keyspace;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Copies of keys that a command has found: a reply says how many there are before it says which,
 * and the partitions that they live in are locked one at a time. Each is its length and its bytes,
 * one after another in memory outside the heap. Owned by one worker and reused.
 */
public final class KeyList {
  /** What a list keeps for its next use. */
  private static final int KEPT_BYTES = 64 * 1024;

  private final MemorySegment kept = Arena.ofAuto().allocate(KEPT_BYTES);
  private final Slice view = new Slice();
  private MemorySegment bytes = kept;
  private @Nullable Arena grown;
  private long end;
  private long count;

  public void add(Slice key) {
    long next = end + Integer.BYTES + key.length();
    if (next > bytes.byteSize()) {
      grow(next);
    }
    bytes.set(JAVA_INT_UNALIGNED, end, key.length());
    key.copyTo(bytes, end + Integer.BYTES);
    end = next;
    count++;
  }

  private void grow(long needed) {
    Arena old = grown;
    Arena arena = Arena.ofShared();
    MemorySegment larger = arena.allocate(Math.max(needed, bytes.byteSize() * 2), 8);
    MemorySegment.copy(bytes, 0, larger, 0, end);
    bytes = larger;
    grown = arena;
    if (old != null) {
      old.close();
    }
  }

  public long count() {
    return count;
  }

  /** Answers an array of all keys and forgets them. */
  public void writeTo(Reply reply) {
    reply.array(count);
    long at = 0;
    for (long i = 0; i < count; i++) {
      int length = bytes.get(JAVA_INT_UNALIGNED, at);
      reply.bulk(view.set(bytes, at + Integer.BYTES, length));
      at += Integer.BYTES + (long) length;
    }
    clear();
  }

  /** Forgets all keys and gives back what a long list took. */
  public void clear() {
    end = 0;
    count = 0;
    bytes = kept;
    view.set(Slice.EMPTY);
    if (grown != null) {
      grown.close();
      grown = null;
    }
  }
}
