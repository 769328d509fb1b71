package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that are told of every change to keys with one prefix. */
record PrefixGroup(ByteString prefix, Set<Tracker> trackers) {
  PrefixGroup(ByteString prefix) {
    this(prefix, ConcurrentHashMap.newKeySet());
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return prefix.hashCode();
  }
}
