package io.jacinth.lua;

/** A piece of code that can stop in the middle and be taken up again by whoever holds it. */
interface Fiber {
  /** Runs it until it stops or ends. */
  void run();

  /** Stops it, called from within. */
  void pause();

  /** A fiber of this code: the JVM's own continuations where the program may use them. */
  static Fiber of(Runnable code) {
    return Continuation.isAvailable()
        ? new Continuation(Continuation.Scope.COROUTINE, code)
        : new ThreadFiber(code);
  }
}
