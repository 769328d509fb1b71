package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a block of a stream's entries, a sound listpack whose elements need not make sense. The
 * words of an entry are shown by the reader itself.
 *
 * <pre>
 *   entries, deleted entries, number of fields, fields, 0
 *   entry*: flags (1 deleted, 2 has the fields above), milliseconds and sequence from the block's id,
 *           values; or number of fields, fields and values in turn; number of elements of the entry
 * </pre>
 */
final class StreamNode implements EntryFields {
  private static final int DELETED = 1;
  private static final int SAME_FIELDS = 2;

  /** Sees an entry that is not deleted. */
  interface Visitor {
    void entry(long millis, long sequence, EntryFields words);
  }

  private final Listpack list = new Listpack();
  private final List<Element> words = new ArrayList<>();
  private int count;
  private int position;

  @Override
  public int count() {
    return count;
  }

  @Override
  public Slice argument(int index) {
    return words.get(index).bytes();
  }

  /** Reads all entries; answers how many are not deleted. */
  long read(Slice blob, long millis, long sequence, Visitor visitor) {
    list.set(blob.segment(), blob.offset());
    position = list.first();
    long live = integer();
    long deleted = integer();
    int fields = fieldCount();
    int firstField = position;
    skip(fields);
    require(integer() == 0);
    long seenLive = 0;
    long seenDeleted = 0;
    while (position != 0) {
      long flags = integer();
      long entryMillis = millis + integer();
      long entrySequence = sequence + integer();
      long elements = 3;
      if ((flags & SAME_FIELDS) != 0) {
        withFieldsFrom(firstField, fields);
        elements += fields;
      } else {
        int own = fieldCount();
        words(own * 2);
        elements += 1 + own * 2L;
      }
      require(integer() == elements);
      if ((flags & DELETED) == 0) {
        seenLive++;
        visitor.entry(entryMillis, entrySequence, this);
      } else {
        seenDeleted++;
      }
    }
    require(seenLive == live && seenDeleted == deleted);
    return live;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new RdbException("a stream's block makes no sense");
    }
  }

  private long integer() {
    require(position != 0 && list.isInteger(position));
    long value = list.integer(position);
    position = list.next(position);
    return value;
  }

  private int fieldCount() {
    long value = integer();
    require(value >= 0 && value <= list.bytes());
    return (int) value;
  }

  private void skip(int elements) {
    for (int i = 0; i < elements; i++) {
      require(position != 0);
      position = list.next(position);
    }
  }

  private void words(int number) {
    count = number;
    for (int i = 0; i < number; i++) {
      position = word(i, position);
    }
  }

  private void withFieldsFrom(int firstField, int fields) {
    count = fields * 2;
    int field = firstField;
    for (int i = 0; i < fields; i++) {
      field = word(2 * i, field);
      position = word(2 * i + 1, position);
    }
  }

  private int word(int index, int at) {
    require(at != 0);
    if (index == words.size()) {
      words.add(new Element());
    }
    words.get(index).set(list, at);
    return list.next(at);
  }
}
