package io.jacinth.server.transport;

import io.jacinth.engine.keyspace.LockGate;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * Makes the threads of the event loops. Their stacks have room for scripts that call themselves as
 * deeply as Redis lets them; it is only taken when it is used.
 */
final class LoopThreads extends DefaultThreadFactory {
  private static final long STACK_BYTES = 16L << 20;

  LoopThreads() {
    super("jacinth-loop", true);
  }

  @Override
  protected Thread newThread(Runnable task, String name) {
    return new LoopThread(threadGroup, task, name);
  }

  private static final class LoopThread extends FastThreadLocalThread
      implements LockGate.ServingThread {
    LoopThread(ThreadGroup group, Runnable task, String name) {
      super(group, task, name, STACK_BYTES);
    }
  }
}
