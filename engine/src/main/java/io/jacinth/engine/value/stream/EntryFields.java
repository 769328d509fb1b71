package io.jacinth.engine.value.stream;

import io.jacinth.protocol.Slice;

/** The words of a request, of which the last are the fields and values of an entry. */
public interface EntryFields {
  /** Number of words. */
  int count();

  /** A word; a view that may be reused for another one soon. */
  Slice argument(int index);
}
