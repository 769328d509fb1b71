package io.jacinth.server.transport;

import io.jacinth.engine.Client;

/** What a connection asks of, and tells, the server around it. */
public interface ConnectionLimits {
  /** {@code proto-max-bulk-len}. */
  long bulkBytes();

  /** {@code client-query-buffer-limit}. */
  long queryBufferBytes();

  /** Closes the client if the replies that wait for it exceed {@code client-output-buffer-limit}. */
  void checkOutput(Client client);

  /** A request outgrew the query buffer; the client is being closed. */
  void queryBufferExceeded(Client client, long bytes);

  /** A client broke the protocol; it is being closed. */
  void protocolError(Client client, String error);

  /** A connection ended with an error of the network. */
  void failed(Client client, Throwable cause);

  /** A connection is gone. */
  void closed(Client client);
}
