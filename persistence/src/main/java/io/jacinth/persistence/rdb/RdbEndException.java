package io.jacinth.persistence.rdb;

/** What was read ends too early. */
public final class RdbEndException extends RdbException {
  private static final long serialVersionUID = 1L;

  RdbEndException(long at) {
    super("the data ends too early, at byte " + at);
  }
}
