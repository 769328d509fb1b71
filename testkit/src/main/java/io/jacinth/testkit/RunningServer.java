package io.jacinth.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;

/** A server that listens, Jacinth or another: what the testkit has to know about it. */
public interface RunningServer extends AutoCloseable {

  /** How test reports name it: {@code jacinth}, {@code redis 7.0.15}. */
  String name();

  /** The version of Redis whose behaviour may be expected of it. */
  Version version();

  InetSocketAddress address();

  /** Whether the server's time stands still until {@link #advance}. */
  boolean hasManualClock();

  /**
   * Moves the server's time; an {@link IllegalStateException} where the clock is not ours to move.
   */
  void advance(Duration step);

  /**
   * Fails where the server's own structures contradict each other; nothing for a server that cannot
   * look.
   */
  void checkInvariants();

  @Override
  void close();
}
