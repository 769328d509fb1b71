package io.jacinth.engine;

import io.jacinth.protocol.Slice;
import java.util.List;

/**
 * What takes a client's requests instead of the server, while a script of that client is debugged.
 * Called on the client's loop.
 */
public interface Conversation {
  /** The client has sent a request of these words. */
  void hear(List<Slice> words);

  /** The client has sent what is no request; nothing of it can be read any more. */
  void mishear();

  /** The connection has ended. */
  void ended();
}
