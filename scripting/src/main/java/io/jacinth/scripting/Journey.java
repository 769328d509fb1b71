package io.jacinth.scripting;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Something that begins on one thread and may go on on another: a script that turns out to run for
 * long leaves its loop. By the JVM's continuations, those that virtual threads are made of; they
 * need {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}, and without it nothing travels.
 */
final class Journey {
  private static final @Nullable Access ACCESS = Access.find();

  private final @Nullable Object continuation;
  private final Runnable code;
  private boolean isDone;

  Journey(Runnable code) {
    this.code = code;
    Access access = ACCESS;
    this.continuation = access == null ? null : access.make(this::whole);
  }

  private void whole() {
    try {
      code.run();
    } finally {
      isDone = true;
    }
  }

  /** Runs the code to its end or to where it is interrupted; again: from there on. */
  void run() {
    Access access = ACCESS;
    if (access == null || continuation == null) {
      whole();
    } else {
      access.run(continuation);
    }
  }

  boolean isDone() {
    return isDone;
  }

  /** Interrupts the code that runs on this thread; false where that cannot be done here. */
  static boolean interrupt() {
    Access access = ACCESS;
    try {
      return access != null && access.pause();
    } catch (IllegalStateException pinned) {
      return false;
    }
  }

  /** The three operations, by handles, because the package is not for compilers to see. */
  private record Access(MethodHandle constructor, MethodHandle runner, MethodHandle yielder) {
    static @Nullable Access find() {
      try {
        Class<?> type = Class.forName("jdk.internal.vm.Continuation");
        Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Object scope =
            lookup
                .findConstructor(scopeType, MethodType.methodType(void.class, String.class))
                .invoke("script");
        return new Access(
            lookup
                .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
                .bindTo(scope)
                .asType(MethodType.methodType(Object.class, Runnable.class)),
            lookup
                .findVirtual(type, "run", MethodType.methodType(void.class))
                .asType(MethodType.methodType(void.class, Object.class)),
            lookup
                .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
                .bindTo(scope));
      } catch (Throwable e) {
        return null;
      }
    }

    Object make(Runnable code) {
      try {
        return (Object) constructor.invokeExact(code);
      } catch (Throwable e) {
        throw rethrown(e);
      }
    }

    void run(Object continuation) {
      try {
        runner.invokeExact(continuation);
      } catch (Throwable e) {
        throw rethrown(e);
      }
    }

    boolean pause() {
      try {
        return (boolean) yielder.invokeExact();
      } catch (Throwable e) {
        throw rethrown(e);
      }
    }

    private static RuntimeException rethrown(Throwable e) {
      if (e instanceof Error error) {
        throw error;
      }
      return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }
}
