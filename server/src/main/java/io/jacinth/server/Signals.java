package io.jacinth.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * SIGINT and SIGTERM shut the server down as {@code shutdown-on-sigint} and {@code
 * shutdown-on-sigterm} say; it goes on where its data cannot be saved, which a shutdown hook of the
 * JVM cannot do. A second SIGINT ends the program at once. The JDK's class for signals is reached
 * by reflection, since the compiler takes no notice of the module that has it.
 */
final class Signals {
  private static final String INTERRUPT = "INT";
  private static final int INSISTED = 1;

  private final AtomicBoolean wasInterrupted = new AtomicBoolean();
  private volatile @Nullable JacinthServer server;

  private Signals() {}

  /** Takes the signals over; until a server has started, they end the program. */
  static Signals handle() {
    Signals signals = new Signals();
    for (String name : List.of(INTERRUPT, "TERM")) {
      try {
        signals.handle(name);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("SIG" + name + " cannot be handled", e);
      }
    }
    return signals;
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object heard =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (_, method, arguments) -> hear(name, method, arguments));
    try {
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), heard);
    } catch (InvocationTargetException taken) {
      // The JVM was started with -Xrs or keeps the signal to itself: then it is the system's.
    }
  }

  private @Nullable Object hear(String name, Method method, Object @Nullable [] arguments) {
    if (method.getName().equals("handle")) {
      shutDown(name.equals(INTERRUPT));
      return null;
    }
    return method.getName().equals("hashCode")
        ? System.identityHashCode(this)
        : method.getName().equals("toString")
            ? "SIG" + name
            : arguments != null && arguments[0] == this;
  }

  private void shutDown(boolean isInterrupt) {
    JacinthServer running = server;
    if (running == null) {
      Runtime.getRuntime().halt(0);
    } else if (isInterrupt && wasInterrupted.getAndSet(true)) {
      Runtime.getRuntime().halt(INSISTED);
    } else {
      running.signalled(isInterrupt);
      wasInterrupted.set(false);
    }
  }

  /** From now on the signals are the server's. */
  void started(JacinthServer newServer) {
    server = newServer;
  }
}
