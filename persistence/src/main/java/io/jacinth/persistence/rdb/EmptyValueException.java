package io.jacinth.persistence.rdb;

/** A collection without elements: no key holds one, but old servers have written some to files. */
public final class EmptyValueException extends RdbException {
  private static final long serialVersionUID = 1L;

  EmptyValueException() {
    super("a collection is empty");
  }
}
