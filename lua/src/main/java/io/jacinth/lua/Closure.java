package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A function compiled from Lua, with the variables that it captured: values that never change, and
 * {@link Cell cells} of those that do. Compiled classes extend one of the classes here by how many
 * parameters they have, and have one method of their own with the body; the others bring any number
 * of arguments into that shape.
 */
abstract class Closure extends LuaFunction {
  /** What an object of a closure costs, and one captured variable with its cell. */
  static final int CLOSURE_BYTES = 64;

  static final long CAPTURE_BYTES = 24;

  final @Nullable Object[] captured;

  /** The function as scripts know it: this one, or the {@link Interpreted} that it runs for. */
  Closure self = this;

  Closure(@Nullable Object[] captured) {
    this.captured = captured;
  }

  /** Another function of the same code. */
  abstract Closure create(@Nullable Object[] captures);

  static @Nullable Object at(@Nullable Object[] arguments, int index) {
    return index < arguments.length ? arguments[index] : null;
  }

  /** No parameter. */
  abstract static class Of0 extends Closure {
    Of0(@Nullable Object[] captured) {
      super(captured);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a) {
      return call(lua);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
      return call(lua);
    }

    @Override
    final @Nullable Object call(
        Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
      return call(lua);
    }

    @Override
    final @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
      return call(lua);
    }
  }

  /** One parameter. */
  abstract static class Of1 extends Closure {
    Of1(@Nullable Object[] captured) {
      super(captured);
    }

    @Override
    final @Nullable Object call(Lua lua) {
      return call(lua, null);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
      return call(lua, a);
    }

    @Override
    final @Nullable Object call(
        Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
      return call(lua, a);
    }

    @Override
    final @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
      return call(lua, at(arguments, 0));
    }
  }

  /** Two parameters. */
  abstract static class Of2 extends Closure {
    Of2(@Nullable Object[] captured) {
      super(captured);
    }

    @Override
    final @Nullable Object call(Lua lua) {
      return call(lua, null, null);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a) {
      return call(lua, a, null);
    }

    @Override
    final @Nullable Object call(
        Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
      return call(lua, a, b);
    }

    @Override
    final @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
      return call(lua, at(arguments, 0), at(arguments, 1));
    }
  }

  /** Three parameters. */
  abstract static class Of3 extends Closure {
    Of3(@Nullable Object[] captured) {
      super(captured);
    }

    @Override
    final @Nullable Object call(Lua lua) {
      return call(lua, null, null, null);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a) {
      return call(lua, a, null, null);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
      return call(lua, a, b, null);
    }

    @Override
    final @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
      return call(lua, at(arguments, 0), at(arguments, 1), at(arguments, 2));
    }
  }

  /** More parameters, or a variable number. */
  abstract static class OfAny extends Closure {
    OfAny(@Nullable Object[] captured) {
      super(captured);
    }

    @Override
    final @Nullable Object call(Lua lua) {
      return callAll(lua, Values.NO_OBJECTS);
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a) {
      return callAll(lua, new @Nullable Object[] {a});
    }

    @Override
    final @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
      return callAll(lua, new @Nullable Object[] {a, b});
    }

    @Override
    final @Nullable Object call(
        Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
      return callAll(lua, new @Nullable Object[] {a, b, c});
    }
  }
}
