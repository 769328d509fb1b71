package io.jacinth.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection could not do what it was asked. An error reply is not an exception: it is a
 * {@link RespValue.SimpleError}.
 */
public sealed class RespException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RespException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The link could not be made, or was closed or broken by the other side. */
  public static final class ConnectionLost extends RespException {
    private static final long serialVersionUID = 1L;

    ConnectionLost(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The other side did not answer, or did not take our bytes, within the connection's timeout. */
  public static final class TimedOut extends RespException {
    private static final long serialVersionUID = 1L;

    TimedOut(String message) {
      super(message, null);
    }
  }

  /**
   * The bytes received are not RESP, or go beyond {@link RespLimits}; the connection cannot be used
   * further.
   */
  public static final class ProtocolViolation extends RespException {
    private static final long serialVersionUID = 1L;

    ProtocolViolation(String message) {
      super(message, null);
    }
  }
}
