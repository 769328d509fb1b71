package io.jacinth.persistence.rdb;

/** What was read is not in the format, or is damaged. */
public class RdbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RdbException(String message) {
    super(message);
  }
}
