package io.jacinth.persistence;

import java.io.IOException;

/** A file could not be loaded. The message names the file, the place and the reason. */
public final class LoadException extends IOException {
  private static final long serialVersionUID = 1L;

  LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
