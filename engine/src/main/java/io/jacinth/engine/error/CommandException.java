package io.jacinth.engine.error;

/**
 * Ends a command with an error reply. Thrown before the command has changed or answered anything.
 * It has no stack trace: it is an answer, not a fault.
 */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param text the reply, which begins with its code, as {@code ERR}
   */
  public CommandException(String text) {
    super(text, null, false, false);
  }

  /** The reply's text. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
