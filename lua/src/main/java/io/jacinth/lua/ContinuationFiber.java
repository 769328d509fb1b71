package io.jacinth.lua;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A fiber on the JVM's continuations, those that virtual threads are made of: it runs on the thread
 * of whoever resumes it, a switch costs a fraction of a microsecond, and one that is never resumed
 * is garbage. They need {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}.
 */
final class ContinuationFiber implements Fiber {
  private static final @Nullable Access ACCESS = Access.find();

  private final Access access;
  private final Object continuation;

  ContinuationFiber(Runnable code) {
    this.access = java.util.Objects.requireNonNull(ACCESS);
    this.continuation = access.make(code);
  }

  static boolean isAvailable() {
    return ACCESS != null;
  }

  @Override
  public void run() {
    access.run(continuation);
  }

  @Override
  public void pause() {
    access.pause();
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
                .invoke("lua");
        MethodHandle constructor =
            lookup
                .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
                .bindTo(scope)
                .asType(MethodType.methodType(Object.class, Runnable.class));
        MethodHandle runner =
            lookup
                .findVirtual(type, "run", MethodType.methodType(void.class))
                .asType(MethodType.methodType(void.class, Object.class));
        MethodHandle yielder =
            lookup
                .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
                .bindTo(scope)
                .asType(MethodType.methodType(void.class));
        return new Access(constructor, runner, yielder);
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

    void pause() {
      try {
        yielder.invokeExact();
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
