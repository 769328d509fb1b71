package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.protocol.Slice;

/**
 * Is told what a value in the RDB format holds, element by element. Views are valid during the
 * call. A method throws {@link RdbException} where what it is told cannot be, as a member that
 * comes twice.
 */
public interface ValueSink {
  /** A deadline that a field does not have. */
  long NO_DEADLINE = 0;

  /** The value is a string: this one. */
  void string(Slice bytes);

  /**
   * The value is a collection, whose elements follow.
   *
   * @param count how many will follow at least; a hint
   */
  void begin(ValueType type, long count);

  /** An element at the end of a list, or a member of a set. */
  void element(Slice bytes);

  /**
   * A field of a hash.
   *
   * @param deadlineMillis since 1970, or {@link #NO_DEADLINE}
   */
  void field(Slice field, Slice value, long deadlineMillis);

  /** A member of a sorted set. */
  void scored(Slice member, double score);

  /**
   * An entry of a stream, the next in the order of ids. Its words are fields and values in turn.
   */
  void entry(long millis, long sequence, EntryFields words);

  /** What a stream knows besides its entries. */
  void stream(StreamFacts facts);

  /** Says that an old file does not know how many entries a group has read. */
  long NOT_TOLD = -2;

  /** A consumer group, whose pending entries and then consumers follow. */
  void group(Slice name, long lastMillis, long lastSequence, long entriesRead);

  /** An entry that some consumer of the last group has been given. */
  void pending(long millis, long sequence, long deliveredMillis, long deliveries);

  /** A consumer of the last group, whose own pending entries follow. */
  void consumer(Slice name, long seenMillis, long activeMillis);

  /** One of the last group's pending entries: the last consumer has it. */
  void owned(long millis, long sequence);

  /** The collection is complete. */
  void end();

  /**
   * What a stream knows besides its entries. Ids are milliseconds and sequence number.
   *
   * @param entriesAdded how many entries were ever added
   */
  record StreamFacts(
      long length,
      long lastMillis,
      long lastSequence,
      long firstMillis,
      long firstSequence,
      long deletedMillis,
      long deletedSequence,
      long entriesAdded) {}
}
