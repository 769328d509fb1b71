package io.jacinth.engine.value;

import io.jacinth.engine.config.EncodingSettings;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;

/**
 * A key's entry as the collection in it sees it: where its bytes or its structure are, and how to
 * make it larger, smaller or another thing. The answers are valid until the next change; a change
 * moves the entry and leaves every position relative to the value's beginning as it was.
 *
 * <p>A value changes itself through its home and says nothing to anybody; the command that is done
 * with it states the change once, by {@link io.jacinth.engine.keyspace.Database#changed}.
 */
public interface ValueHome {
  /** Whether the key holds a value. */
  boolean exists();

  /** How the value lies; only where it {@link #exists}. */
  Encoding encoding();

  /** The segment that the value's own bytes lie in. */
  MemorySegment segment();

  /** Where they begin in it. */
  long offset();

  /** The structure of a value whose encoding is {@link Encoding#STRUCTURE}. */
  Structure structure();

  /** Puts a value of so many bytes under the key, where there is none; they are to be written. */
  void create(ValueType type, Encoding encoding, int bytes);

  /** Puts a structure under the key, in place of nothing or of the value's packed form. */
  void become(ValueType type, Structure structure);

  /**
   * Puts a packed value of so many bytes in place of the structure under the key, which is from now
   * on the caller's to free; they are to be written.
   */
  void becomePacked(ValueType type, Encoding encoding, int bytes);

  /** Makes the value's bytes so many, keeping what fits; those added are to be written. */
  void resize(int bytes);

  /**
   * Renames the form of a value whose bytes stay. A form with deadlines makes active expiry look at
   * the key.
   */
  void encode(Encoding encoding);

  /** Makes active expiry look at the key, whose structure is about to hold deadlines. */
  void expireElements();

  /**
   * States that a field of the hash, whose deadline has passed, is about to go, because a command
   * puts another in its place.
   */
  void fieldExpires(Slice field);

  /** The memory of the key's partition. */
  SlabAllocator slabs();

  /** The hash of members and fields: seeded, a secret of the process. */
  KeyHasher hasher();

  /** Chance, for those who draw elements. Owned by the worker. */
  RandomGenerator random();

  /** The limits of packed forms. */
  EncodingSettings limits();

  /** The time of the command in milliseconds since 1970. */
  long nowMillis();
}
