package io.jacinth.persistence.aof;

import java.io.IOException;

/** A log that cannot be read; the message says which file, where and why. */
public final class AofException extends IOException {
  private static final long serialVersionUID = 1L;

  public AofException(String message) {
    super(message);
  }
}
