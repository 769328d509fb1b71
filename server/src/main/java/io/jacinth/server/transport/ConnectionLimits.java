package io.jacinth.server.transport;

import io.jacinth.engine.Client;

/** What a connection asks of, and tells, the server around it. */
public interface ConnectionLimits {
  /** So much may wait for any client: the size of the buffer that Redis does not count. */
  int FREE_OUTPUT_BYTES = 16 * 1024;

  /** {@code proto-max-bulk-len}. */
  long bulkBytes();

  /** {@code client-query-buffer-limit}. */
  long queryBufferBytes();

  /** Whether the replies that wait for the client exceed {@code client-output-buffer-limit}. */
  boolean exceedsOutput(Client client, long nowMillis);

  /** A request outgrew the query buffer; the client is being closed. */
  void queryBufferExceeded(Client client, long bytes);

  /**
   * Clients may take more memory than before: looks whether {@code maxmemory-clients} allows it.
   */
  void reviewMemory();

  /** A client broke the protocol; it is being closed. */
  void protocolError(Client client, String error);

  /** A connection for TLS did not get to its first request; it is being closed. */
  void handshakeFailed(Client client, Throwable cause);

  /** A connection ended with an error of the network. */
  void failed(Client client, Throwable cause);

  /** A connection is gone. */
  void closed(Client client);
}
