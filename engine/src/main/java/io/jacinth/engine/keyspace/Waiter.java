package io.jacinth.engine.keyspace;

/** Somebody who waits for something to happen to a key. */
public interface Waiter {
  /** Whether it still does. */
  boolean isWaiting();

  /** Whether the removal of the key is waited for too. */
  boolean awaitsRemoval();
}
