package io.jacinth.engine;

import java.util.concurrent.BlockingQueue;

/** Waiting that no interrupt cuts short; the thread's interruption is kept for whoever asks. */
public final class Uninterruptibly {
  private interface Waiting<T> {
    T await() throws InterruptedException;
  }

  private Uninterruptibly() {}

  /** Waits for a thread to end. */
  public static void join(Thread thread) {
    await(
        () -> {
          thread.join();
          return thread;
        });
  }

  /** Takes the next of a queue. */
  public static <T> T take(BlockingQueue<T> queue) {
    return await(queue::take);
  }

  private static <T> T await(Waiting<T> waiting) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          return waiting.await();
        } catch (InterruptedException e) {
          wasInterrupted = true;
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
