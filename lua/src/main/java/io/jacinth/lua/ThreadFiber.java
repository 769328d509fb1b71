package io.jacinth.lua;

import java.util.concurrent.Semaphore;

/**
 * A fiber on a virtual thread, where the program does not open the JVM's continuations. Only one
 * side runs at a time. Slower by far, and what runs within is on another thread than its caller.
 */
final class ThreadFiber implements Fiber {
  private final Semaphore mayRun = new Semaphore(0);
  private final Semaphore hasStopped = new Semaphore(0);
  private final Thread thread;
  private boolean isStarted;

  ThreadFiber(Runnable code) {
    thread =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    code.run();
                  } finally {
                    hasStopped.release();
                  }
                });
  }

  @Override
  public void run() {
    if (isStarted) {
      mayRun.release();
    } else {
      isStarted = true;
      thread.start();
    }
    hasStopped.acquireUninterruptibly();
  }

  @Override
  public void pause() {
    hasStopped.release();
    mayRun.acquireUninterruptibly();
  }
}
