package io.jacinth.engine;

import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/** The classes of clients that CLIENT LIST, CLIENT KILL and the limits on output tell apart. */
public enum ClientType {
  NORMAL,
  REPLICA,
  PUBSUB,
  /** The connection to the server that this one replicates. */
  PRIMARY;

  /** The type of a name in any case, null where there is none. */
  public static @Nullable ClientType named(Slice name) {
    if (name.is("NORMAL")) {
      return NORMAL;
    }
    if (name.is("SLAVE") || name.is("REPLICA")) {
      return REPLICA;
    }
    if (name.is("PUBSUB")) {
      return PUBSUB;
    }
    return name.is("MASTER") || name.is("PRIMARY") ? PRIMARY : null;
  }
}
