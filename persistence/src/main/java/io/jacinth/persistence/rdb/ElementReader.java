package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.Element;

/** The elements of a packed list of one kind or another, one after another. */
interface ElementReader {
  /**
   * Reads the next element; false at the end.
   *
   * @throws RdbException where the list is broken
   */
  boolean next(Element into);
}
