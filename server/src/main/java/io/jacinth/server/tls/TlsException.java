package io.jacinth.server.tls;

/** A configuration of TLS that cannot be put to use; the message is what Redis logs of it. */
public final class TlsException extends Exception {
  private static final long serialVersionUID = 1;

  TlsException(String message) {
    super(message);
  }

  /** The sentence for the log. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
