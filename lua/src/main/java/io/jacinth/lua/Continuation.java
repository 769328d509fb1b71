package io.jacinth.lua;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Code that can stop in the middle and be gone on with, on the thread of whoever does so: one of
 * the JVM's continuations, those that virtual threads are made of. A switch costs a fraction of a
 * microsecond, and one that is never gone on with is garbage. They need {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED}, and are used by handles, because the package is not for
 * compilers to see.
 */
public final class Continuation implements Fiber {
  /** What a pause stops: the innermost continuation of its scope, with those of others within. */
  public enum Scope {
    COROUTINE,
    SCRIPT;

    private final Object identity = Jvm.newScope(name());
  }

  /** The JVM's own; not to be touched where it is not available. */
  private static final class Jvm {
    private static final Class<?> TYPE = type("jdk.internal.vm.Continuation");
    private static final Class<?> SCOPE = type("jdk.internal.vm.ContinuationScope");
    private static final MethodHandle NEW_SCOPE =
        constructor(SCOPE, String.class).asType(MethodType.methodType(Object.class, String.class));
    private static final MethodHandle NEW =
        constructor(TYPE, SCOPE, Runnable.class)
            .asType(MethodType.methodType(Object.class, Object.class, Runnable.class));
    private static final MethodHandle RUN = method("run", void.class);
    private static final MethodHandle IS_DONE = method("isDone", boolean.class);
    private static final MethodHandle YIELD = yielder();

    static Object newScope(String name) {
      try {
        return (Object) NEW_SCOPE.invokeExact(name);
      } catch (Throwable e) {
        throw rethrown(e);
      }
    }

    private static Class<?> type(String name) {
      try {
        return Class.forName(name);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static MethodHandle constructor(Class<?> type, Class<?>... parameters) {
      try {
        return MethodHandles.lookup()
            .findConstructor(type, MethodType.methodType(void.class, parameters));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static MethodHandle method(String name, Class<?> result) {
      try {
        return MethodHandles.lookup()
            .findVirtual(TYPE, name, MethodType.methodType(result))
            .asType(MethodType.methodType(result, Object.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static MethodHandle yielder() {
      try {
        return MethodHandles.lookup()
            .findStatic(TYPE, "yield", MethodType.methodType(boolean.class, SCOPE))
            .asType(MethodType.methodType(boolean.class, Object.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final boolean IS_AVAILABLE =
      Object.class.getModule().isExported("jdk.internal.vm", Continuation.class.getModule());

  private final Scope scope;
  private final Object continuation;

  /** Code that has not begun. Only where continuations are {@link #isAvailable available}. */
  public Continuation(Scope scope, Runnable code) {
    this.scope = scope;
    try {
      this.continuation = (Object) Jvm.NEW.invokeExact(scope.identity, code);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** Whether the program may use them. */
  public static boolean isAvailable() {
    return IS_AVAILABLE;
  }

  /** Runs the code to its end or to where it pauses; again: from there on. */
  @Override
  public void run() {
    try {
      Jvm.RUN.invokeExact(continuation);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** Whether the code has come to its end. */
  public boolean isDone() {
    try {
      return (boolean) Jvm.IS_DONE.invokeExact(continuation);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  @Override
  public void pause() {
    stop(scope);
  }

  /** Pauses the code that runs on this thread; false where that cannot be done here. */
  public static boolean pause(Scope scope) {
    try {
      return IS_AVAILABLE && stop(scope);
    } catch (IllegalStateException pinned) {
      return false;
    }
  }

  private static boolean stop(Scope scope) {
    try {
      return (boolean) Jvm.YIELD.invokeExact(scope.identity);
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
