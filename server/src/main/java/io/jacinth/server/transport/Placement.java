package io.jacinth.server.transport;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorChooserFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives new connections to the loops in use, one after the other. */
final class Placement implements EventExecutorChooserFactory {
  private final AtomicInteger next = new AtomicInteger();
  private volatile int inUse;

  /**
   * @param inUse how many loops get connections, the first ones of their group
   */
  Placement(int inUse) {
    this.inUse = inUse;
  }

  int inUse() {
    return inUse;
  }

  void inUse(int newInUse) {
    inUse = newInUse;
  }

  @Override
  public EventExecutorChooser newChooser(EventExecutor[] loops) {
    return () -> loops[Math.floorMod(next.getAndIncrement(), inUse)];
  }
}
