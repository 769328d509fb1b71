package io.jacinth.engine.config;

/** A directive that is unknown, or a value that it does not take; the message says why. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  public ConfigException(String message) {
    super(message);
  }

  /** The message: never null, unlike that of exceptions at large. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
