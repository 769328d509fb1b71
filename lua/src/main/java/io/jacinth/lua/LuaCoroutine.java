package io.jacinth.lua;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine: a function that can yield and be resumed. As in C Lua 5.1 it may yield only where
 * nothing but functions written in Lua is between it and its resumption: not within pcall,
 * metamethods or a comparator. Belongs to the instance's thread.
 */
public final class LuaCoroutine {
  /** What a coroutine can be found to be. */
  public enum Status {
    SUSPENDED,
    RUNNING,
    NORMAL,
    DEAD
  }

  /** What a coroutine costs before it runs. */
  private static final int COROUTINE_BYTES = 1024;

  private final LuaFunction function;
  private final Fiber fiber;
  private Status status = Status.SUSPENDED;
  private @Nullable Object[] transfer = Values.NO_OBJECTS;
  private @Nullable Object result;
  private @Nullable Throwable failure;
  private @Nullable LuaCoroutine resumer;
  private int stackUsed;
  private int chargedStack;

  /** Its innermost activation while it is suspended, its resumer's while it runs. */
  private @Nullable Activation activation;

  /** A coroutine that will run this function. */
  public LuaCoroutine(Lua lua, LuaFunction function) {
    lua.memory().charge(COROUTINE_BYTES);
    this.function = function;
    this.fiber = Fiber.of(() -> body(lua));
  }

  public Status status() {
    return status;
  }

  private void body(Lua lua) {
    lua.enterThread();
    try {
      result = Calls.finish(lua, function.callAll(lua, transfer));
    } catch (Throwable e) {
      failure = e;
    } finally {
      status = Status.DEAD;
    }
  }

  /**
   * Runs it until it yields, returns (one value or {@link Values}) or fails: then the error is
   * thrown here.
   */
  public @Nullable Object resume(Lua lua, @Nullable Object[] arguments) {
    if (status != Status.SUSPENDED) {
      String name = status.name().toLowerCase(Locale.ROOT);
      throw new LuaError(LuaString.of("cannot resume " + name + " coroutine"));
    }
    int stackLeft = lua.stackLeft();
    int nested = lua.nested();
    lua.nest();
    enter(lua, arguments, stackLeft);
    try {
      fiber.run();
    } finally {
      leave(lua, stackLeft);
      lua.unwind(stackLeft, nested);
    }
    chargeStack(lua);
    return finished();
  }

  /** The frames of a suspended coroutine lie in the heap. */
  private void chargeStack(Lua lua) {
    int more = stackUsed - chargedStack;
    if (more > 0 && status == Status.SUSPENDED) {
      chargedStack = stackUsed;
      lua.memory().charge(more);
    }
  }

  private void enter(Lua lua, @Nullable Object[] arguments, int stackLeft) {
    transfer = arguments;
    resumer = lua.running;
    if (resumer != null) {
      resumer.status = Status.NORMAL;
    }
    lua.running = this;
    Activation resumers = lua.activation;
    lua.activation = activation;
    activation = resumers;
    status = Status.RUNNING;
    lua.unwind(stackLeft - stackUsed, baseNesting(lua));
  }

  /**
   * Nested resumptions count on, so that they come to an end; within, this is where yielding is
   * possible.
   */
  private int baseNesting(Lua lua) {
    base = lua.nested();
    return base;
  }

  private int base;

  private void leave(Lua lua, int stackLeft) {
    Activation own = lua.activation;
    lua.activation = activation;
    activation = own;
    stackUsed = stackLeft - lua.stackLeft();
    lua.running = resumer;
    if (resumer != null) {
      resumer.status = Status.RUNNING;
    }
    resumer = null;
  }

  private @Nullable Object finished() {
    Throwable thrown = failure;
    failure = null;
    Object outcome = result;
    result = null;
    return switch (thrown) {
      case null -> outcome;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    };
  }

  /** Stops the running coroutine with these values; returns what it is resumed with. */
  public static @Nullable Object yield(Lua lua, @Nullable Object[] values) {
    LuaCoroutine self = lua.running;
    if (self == null || lua.nested() != self.base) {
      throw Errors.error("attempt to yield across metamethod/C-call boundary");
    }
    self.result = Values.of(values);
    self.status = Status.SUSPENDED;
    self.fiber.pause();
    return Values.of(self.transfer);
  }
}
