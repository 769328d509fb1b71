package io.jacinth.engine.acl;

/** Users in a file or configuration that cannot be read. The message is for people. */
public final class UnreadableUsersException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableUsersException(String message) {
    super(message);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
